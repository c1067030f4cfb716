// Floor 3: ptf-fees batch.
#include "cli/command.h"

namespace ptf_fees::cli {

void add_batch(CLI::App&, Chosen&) {}

} // namespace ptf_fees::cli

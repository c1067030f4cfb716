// The roof: argv in, exit code out.
#include "cli/run.h"

int main(int argc, char** argv) {
    return ptf_fees::cli::run(argc, argv);
}

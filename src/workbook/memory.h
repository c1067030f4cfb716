#pragma once
// Whose memory the module and its libraries use.

#include "workbook/border.h"

namespace ptf_fees::workbook {

/// To be called first. Until then nothing can be allocated.
void use_memory(const Memory& memory) noexcept;

} // namespace ptf_fees::workbook

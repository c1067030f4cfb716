#pragma once
// One membership among the charges: its name, and the several prices at which it may be required.

#include "ptf_fees/price.h"

#include <string>

namespace ptf_fees {

/// "Linux Foundation Silver".
[[nodiscard]] std::string membership_name(const Charge& charge);

/// Adds a price at which the same membership is required: one that a requiring source prints, or its own fee. That goes
/// first: it may be a scale, which the merged table looks for there.
void add_price(Charge& charge, const Fee& price, bool printed);

/// That one membership is required at several prices; empty where it is not.
[[nodiscard]] std::string prices_note(const Charge& charge);

} // namespace ptf_fees

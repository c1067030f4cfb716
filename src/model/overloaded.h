#pragma once
// Visiting a closed choice with one function for each alternative: a new alternative does not compile until every place
// says what it does there.

namespace ptf_fees {

/// An overload set for std::visit. No entry takes `const auto&`: it would take a new alternative unasked.
template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

} // namespace ptf_fees

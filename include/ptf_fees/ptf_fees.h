#pragma once
// The whole library. Reading order: money, organization, schedule, catalogue, price, merged_table, quote, portfolio,
// eligibility, benefits, diff, members, load.

#if __has_include(<expected>)
#include <expected>
#endif
#ifndef __cpp_lib_expected
#error "ptf_fees needs C++23 with std::expected: give g++ 12 or clang 19 (or later) the option -std=c++23"
#else

#include "ptf_fees/benefits.h"
#include "ptf_fees/catalogue.h"
#include "ptf_fees/diff.h"
#include "ptf_fees/eligibility.h"
#include "ptf_fees/load.h"
#include "ptf_fees/members.h"
#include "ptf_fees/merged_table.h"
#include "ptf_fees/money.h"
#include "ptf_fees/organization.h"
#include "ptf_fees/portfolio.h"
#include "ptf_fees/price.h"
#include "ptf_fees/quote.h"
#include "ptf_fees/schedule.h"

#endif

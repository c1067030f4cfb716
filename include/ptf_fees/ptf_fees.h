#pragma once
// The whole library. Reading order: money, organization, schedule, catalogue, price, merged_table, quote, eligibility,
// benefits, diff, load.

#include "ptf_fees/benefits.h"
#include "ptf_fees/catalogue.h"
#include "ptf_fees/diff.h"
#include "ptf_fees/eligibility.h"
#include "ptf_fees/load.h"
#include "ptf_fees/merged_table.h"
#include "ptf_fees/money.h"
#include "ptf_fees/organization.h"
#include "ptf_fees/price.h"
#include "ptf_fees/quote.h"
#include "ptf_fees/schedule.h"

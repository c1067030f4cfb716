#pragma once
// The JSON format from the inside: what its files share. Each function writes one kind of object, and is the only one
// that does.

#include "document/reply.h"
#include "text/json_writer.h"

namespace ptf_fees::render {

using namespace document;

/// The members of the object that each reply is, after "format".
void write_reply(text::JsonWriter& json, const QuoteReply& reply);
void write_reply(text::JsonWriter& json, const PortfolioReply& reply);
void write_reply(text::JsonWriter& json, const BenefitsReply& reply);
void write_reply(text::JsonWriter& json, const EligibilityReply& reply);
void write_reply(text::JsonWriter& json, const MembersReply& reply);
void write_reply(text::JsonWriter& json, const ScheduleListReply& reply);
void write_reply(text::JsonWriter& json, const ScheduleShowReply& reply);
void write_reply(text::JsonWriter& json, const CheckReply& reply);
void write_reply(text::JsonWriter& json, const DiffReply& reply);

/// The members of a "schedule" object.
void write_edition(text::JsonWriter& json, const Edition& edition);

/// "organization": who asks.
void write_organization(text::JsonWriter& json, const Inquiry& inquiry);

/// A member that holds a text, or null where the schedule does not give it.
void write_stated(text::JsonWriter& json, std::string_view name, std::string_view text);

/// A member that holds an amount, or null where it is unknown.
void write_amount(text::JsonWriter& json, std::string_view name, std::optional<Money> amount);

/// The members "by", "from" and "to" of a range.
void write_range(text::JsonWriter& json, const BandRange& range);

/// The members of a source, without `published`: the figures are the line's or the fee's.
void write_source(text::JsonWriter& json, const Source& source);

/// "lines": the charges as they are priced.
void write_lines(text::JsonWriter& json, std::span<const QuoteLine> lines);

/// "benefits": the matrix of `schedule`, or the column of one tier.
void write_benefits(text::JsonWriter& json, const Schedule& schedule, const Tier* only);

/// A member that is an array of strings, taken from `items` by `name_of_item`.
void write_names(text::JsonWriter& json, std::string_view name, const auto& items, auto&& name_of_item) {
    json.key(name).begin_array();
    for (const auto& item : items)
        json.string(name_of_item(item));
    json.end_array();
}

} // namespace ptf_fees::render

// Floor 2, C interface: from text to a question, from the engine's price to what C reads. All values come in as text,
// so that one set of parsers refuses them with one set of sentences.
#include "c_api/library.h"

#include "ptf_fees/quote.h"

#include "engine/choose_edition.h"
#include "engine/unknown_name.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::c_api {
namespace {

struct Question {
    const Tier* tier = nullptr;
    Organization organization{};
    Memberships held{};
};

Refusal invalid(std::string message) {
    return {PTF_FEES_INVALID, std::move(message)};
}

/// The foundations of "lf,cncf".
std::expected<Memberships, Refusal> memberships_in(std::string_view list, const Catalogue& catalogue) {
    Memberships held;
    for (std::size_t start = 0; !list.empty() && start <= list.size();) {
        const std::size_t comma = std::min(list.find(',', start), list.size());
        const std::string_view id = list.substr(start, comma - start);
        if (id.empty())
            return std::unexpected(invalid("member_of " + text::quoted(list) +
                                           " has an empty name: write ids with commas between them, such as lf"));
        const auto foundation = foundation_named(catalogue, id, "member_of ");
        if (!foundation)
            return std::unexpected(invalid(foundation.error().message + " (" + foundation.error().remedy + ")"));
        held = with_membership(std::move(held), *foundation, true);
        start = comma + 1;
    }
    return held;
}

std::expected<Memberships, Refusal> memberships_from(const Asked& asked, const Catalogue& catalogue) {
    auto held = memberships_in(asked.member_of, catalogue);
    if (!held || asked.lf_member.empty())
        return held;
    const auto member = parse_yes_no(asked.lf_member, "lf_member");
    if (!member)
        return std::unexpected(invalid(member.error()));
    if (!*member && holds(*held, linux_foundation_id))
        return std::unexpected(invalid("lf_member no contradicts member_of lf: leave one of the two out"));
    return with_membership(std::move(*held), linux_foundation_id, *member);
}

std::expected<Question, Refusal> question_from(const Asked& asked, const Handle& handle) {
    Question question;
    const Schedule& schedule = *handle.choice->schedule;
    question.tier = find_tier(schedule, asked.tier);
    if (question.tier == nullptr)
        return std::unexpected(invalid(unknown_tier_in("tier", handle.catalogue, schedule, asked.tier)));
    if (!asked.employees.empty()) {
        const auto number = parse_employees(asked.employees);
        if (!number)
            return std::unexpected(invalid(number.error()));
        question.organization.employees = *number;
    }
    if (!asked.revenue.empty()) {
        const auto units = parse_revenue(asked.revenue);
        if (!units)
            return std::unexpected(invalid(units.error()));
        question.organization.revenue = *units;
    }
    if (!asked.org_type.empty()) {
        const auto type = parse_org_type(asked.org_type);
        if (!type)
            return std::unexpected(invalid(type.error()));
        question.organization.type = *type;
    }
    auto held = memberships_from(asked, handle.catalogue);
    if (!held)
        return std::unexpected(std::move(held.error()));
    question.held = std::move(*held);
    return question;
}

std::string amount_text(const std::optional<Money>& amount) {
    return amount ? text::plain(*amount) : std::string{};
}

std::int64_t cents_of(const std::optional<Money>& amount) noexcept {
    return amount ? amount->cents() : PTF_FEES_UNKNOWN;
}

/// Hands `price` out with the strings that `handle` holds for it.
void write(ptf_fees_answer& answer, const Handle& handle, const Price& price) noexcept {
    answer.status = static_cast<std::int32_t>(price.status);
    answer.has_membership_fee = price.membership ? 1 : 0;
    answer.has_prerequisite_fee = price.prerequisite ? 1 : 0;
    answer.has_total_fee = price.total ? 1 : 0;
    answer.membership_fee = cents_of(price.membership);
    answer.prerequisite_fee = cents_of(price.prerequisite);
    answer.total_fee = cents_of(price.total);
    answer.membership_text = handle.membership.c_str();
    answer.prerequisite_text = handle.prerequisite.c_str();
    answer.total_text = handle.total.c_str();
    answer.status_name = handle.status_name.c_str();
    answer.band = handle.band.c_str();
    answer.reason = handle.reason.c_str();
}

} // namespace

Done price_into(ptf_fees_answer& answer, Handle& handle, const Asked& asked) {
    if (!handle.choice)
        return Refusal{PTF_FEES_MISUSE, "no edition is chosen: call ptf_fees_choose first"};
    answer.currency = handle.currency.c_str();
    answer.schedule = handle.edition.c_str();
    answer.successor = handle.successor.c_str();
    const auto question = question_from(asked, handle);
    if (!question)
        return question.error();
    const auto resolved =
        resolve(handle.catalogue, *handle.choice->schedule, *question->tier, question->held, handle.choice->day);
    if (!resolved)
        return Refusal{PTF_FEES_REFUSED, resolved.error().message};
    const Price priced = price(*resolved, question->organization);
    const Line own = line_for(resolved->charges.front(), question->organization);
    handle.status_name = name_of(priced.status);
    handle.membership = amount_text(priced.membership);
    handle.prerequisite = amount_text(priced.prerequisite);
    handle.total = amount_text(priced.total);
    handle.band = own.band ? text::band_words(*own.band) : std::string{};
    handle.reason = reason_for(*resolved, question->organization, priced);
    write(answer, handle, priced);
    return std::nullopt;
}

} // namespace ptf_fees::c_api

#pragma once
// Included before every source that is mutated. All mutants of a file are compiled together; the environment variable
// MUTANT=SITE:VARIANT activates one of them (SITE counts from 1, VARIANT from 0). Without it the program is unchanged,
// and MUTANT_SITES=FILE notes which sites were reached, with how many variants.
//
// An operator is mutated without knowing where its operands begin: `a < b` is written `a < Less{7} < b`, which keeps
// the precedence; the first `<` remembers `a`, the second compares.

#include <concepts>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>

namespace mutation {

struct Switch {
    int site = 0;
    int variant = 0;
    std::FILE* notes = nullptr;
    bool noted[20'000] = {};

    Switch() noexcept {
        if (const char* mutant = std::getenv("MUTANT"))
            std::sscanf(mutant, "%d:%d", &site, &variant);
        if (const char* file = std::getenv("MUTANT_SITES"))
            notes = std::fopen(file, "a");
    }
    ~Switch() {
        if (notes != nullptr)
            std::fclose(notes);
        notes = nullptr;
    }
    void note(int reached, int variants) noexcept {
        if (notes == nullptr || noted[reached])
            return;
        noted[reached] = true;
        std::fprintf(notes, "%d %d\n", reached, variants);
        std::fflush(notes); // some processes end without tearing anything down
    }
};

inline Switch& the_switch() noexcept {
    static Switch instance;
    return instance;
}

/// The variant of `site` that is active, or -1.
inline int awake(int site, int variants) noexcept {
    Switch& all = the_switch();
    all.note(site, variants);
    return all.site == site ? all.variant : -1;
}

/// A condition: also always true, always false.
inline bool condition(int site, bool value) noexcept {
    const int variant = awake(site, 2);
    return variant == -1 ? value : variant == 0;
}

/// A number: also one more, one less. A truth value: also the other one.
template <typename T>
T constant(int site, T value) noexcept {
    if constexpr (std::same_as<T, bool>) {
        return awake(site, 1) == -1 ? value : !value;
    } else {
        const int variant = awake(site, 2);
        return variant == -1 ? value : static_cast<T>(variant == 0 ? value + 1 : value - 1);
    }
}

struct Not {
    int site;
    template <typename T>
    bool operator->*(const T& value) const {
        return awake(site, 1) == -1 ? static_cast<bool>(value) : !static_cast<bool>(value);
    }
};

template <typename Operator, typename A>
struct Left {
    A& a;
    int site;
};

/// `plain` of the operands, or what the active variant makes of them. A change that their types do not allow is not a
/// mutant.
template <typename A, typename B, typename Plain, typename First, typename Second>
auto mutated(int site, A& a, B&& b, int variants, Plain plain, First first, Second second) {
    using Result = std::remove_cvref_t<decltype(plain(a, b))>;
    if constexpr (requires {
                      { first(a, b) } -> std::convertible_to<Result>;
                      { second(a, b) } -> std::convertible_to<Result>;
                  }) {
        const int variant = awake(site, variants);
        if (variant == 0)
            return static_cast<Result>(first(a, b));
        if (variant == 1)
            return static_cast<Result>(second(a, b));
    } else {
        awake(site, 0);
    }
    return static_cast<Result>(plain(a, std::forward<B>(b)));
}

// One operator and what it becomes. The overload for std::optional goes before the ones that optional brings itself.
#define MUTATION_SIGN(SIGN)                                                                                            \
    [](auto&& x, auto&& y) -> decltype(x SIGN std::forward<decltype(y)>(y)) {                                          \
        return x SIGN std::forward<decltype(y)>(y);                                                                    \
    }
#define MUTATION_OPERATOR(NAME, SIGN, FIRST, SECOND, VARIANTS)                                                         \
    struct NAME {                                                                                                      \
        int site;                                                                                                      \
    };                                                                                                                 \
    template <typename A>                                                                                              \
    Left<NAME, std::remove_reference_t<A>> operator SIGN(A && a, NAME here) noexcept {                                 \
        return {a, here.site};                                                                                         \
    }                                                                                                                  \
    template <typename A, typename B>                                                                                  \
    auto operator SIGN(Left<NAME, A> left, B&& b) {                                                                    \
        return mutated(left.site, left.a, std::forward<B>(b), VARIANTS, MUTATION_SIGN(SIGN), MUTATION_SIGN(FIRST),     \
                       MUTATION_SIGN(SECOND));                                                                         \
    }                                                                                                                  \
    template <typename A, typename B>                                                                                  \
    auto operator SIGN(Left<NAME, A> left, const std::optional<B>& b) {                                                \
        return mutated(left.site, left.a, b, VARIANTS, MUTATION_SIGN(SIGN), MUTATION_SIGN(FIRST),                      \
                       MUTATION_SIGN(SECOND));                                                                         \
    }

MUTATION_OPERATOR(Less, <, <=, >=, 2)
MUTATION_OPERATOR(LessEqual, <=, <, >, 2)
MUTATION_OPERATOR(Greater, >, >=, <=, 2)
MUTATION_OPERATOR(GreaterEqual, >=, >, <, 2)
MUTATION_OPERATOR(Equal, ==, !=, !=, 1)
MUTATION_OPERATOR(NotEqual, !=, ==, ==, 1)
MUTATION_OPERATOR(Plus, +, -, -, 1)
MUTATION_OPERATOR(Minus, -, +, +, 1)
MUTATION_OPERATOR(Times, *, +, +, 1)
MUTATION_OPERATOR(Divided, /, *, *, 1)
MUTATION_OPERATOR(Modulo, %, +, +, 1)
#undef MUTATION_OPERATOR
#undef MUTATION_SIGN

} // namespace mutation

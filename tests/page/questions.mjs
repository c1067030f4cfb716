// Random questions, each as the text of an address and as the words of a command line.

// A generator of numbers from 0 up to below `limit`, the same for the same seed (mulberry32).
function numbers(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6D2B79F5) >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return Math.floor(((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32 * limit);
  };
}

const headcounts = ["1", "99", "100", "499", "500", "4999", "5000", "123456", "0", "007", "1,200", "~40", "-1", "1e3", "9223372036854775807", "5000 ", "ü",
  "501-1000", "10001+", "1-99", "5000+", "1-100000", "5-1", "1,001-5,000"];

// `editions`: those of 'schedule list'; `tiers`: the tiers' ids by the edition's id.
export function* random_questions(count, seed, editions, tiers) {
  const below = numbers(seed), one_of = (list) => list[below(list.length)];
  for (let i = 0; i < count; i++) {
    const edition = one_of(editions), pairs = [];
    const add = (key, value) => pairs.push([key, value]);
    const qualified = below(2) === 0;
    if (!qualified) add("schedule", below(2) ? edition.foundation : edition.id);
    for (let j = below(6) ? 1 : below(4); j > 0; j--) {
      const other = j > 1 ? one_of(editions) : edition;
      const tier = below(12) ? one_of(tiers[other.id]) : one_of(["generall", "GENERAL", "Silver", "<b>", "x".repeat(70), "/", "ptf/"]);
      add("tier", qualified || j > 1 ? `${other.foundation}/${tier}` : tier);
    }
    if (below(5) > 0) add("employees", below(4) ? String(1 + below(12000)) : one_of(headcounts));
    if (below(3) === 0) add("org_type", below(8) ? one_of(["company", "nonprofit", "academic", "Government", "individual"]) : "corp");
    if (below(4) === 0) add("revenue", below(6) ? one_of(["0", "5000000", "70000000"]) : one_of(["1.5", "2M"]));
    if (below(4) === 0) add("lf_member", below(9) ? one_of(["yes", "no", "TRUE", "0"]) : "maybe");
    if (below(4) === 0) add("member_of", below(9) ? one_of(["lf", "cncf", "PTF", edition.foundation]) : "pft");
    if (below(10) === 0) add("as_of", one_of(["2024-10-08", "2026-01-08", "2025-02-29", "2010-01-01", "today"]));
    yield {
      hash: pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&"),
      words: pairs.map(([key, value]) => `--${key.replaceAll("_", "-")}=${value}`),
    };
  }
}

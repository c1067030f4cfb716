// The page in Chromium, as its readers meet it: opened from a disk, with a profile of its own each time.
//
// usage: node check.mjs CHROMIUM PAGE PROGRAM [SCREENSHOTS]     (screenshots go there when named; SEED=N repeats a run)
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { random_questions } from "./questions.mjs";

const [executablePath, file, program, screenshots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const address = pathToFileURL(resolve(file)).href;
const folder = mkdtempSync(join(tmpdir(), "page-"));
const seed = Number(process.env.SEED ?? Date.now() % 1e6);
const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ["--disable-gpu", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"] });
let failed = 0, checked = 0;

function check(holds, what) {
  checked += 1;
  if (holds) return;
  failed += 1;
  console.log(`FAILED: ${what}`);
}

// A page on a fresh profile. What it writes to the console, throws, fetches, or is refused by its policy is a fault.
async function opened(hash = "", options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block", ...options });
  const page = await context.newPage();
  for (const [event, text] of [["console", (message) => message.text()], ["pageerror", (error) => error.message],
    ["dialog", (dialog) => dialog.message()]])
    page.on(event, (what) => check(false, `${hash.slice(0, 80)}: ${event}: ${text(what)}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) check(false, `request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective}`));
  });
  await page.goto(address + hash, { waitUntil: "load" });
  if (options.javaScriptEnabled !== false) await page.waitForSelector("html[data-ready]", { timeout: 60000 });
  return page;
}

const answer_of = (page) => page.locator("#answer").innerText();
const hash_of = (page) => page.evaluate(() => location.hash);
const close = (page) => page.context().close();

async function the_answer() {
  const page = await opened("#tier=ptf/general&employees=5000");
  const text = await answer_of(page);
  check(text.includes("$70,000") && text.includes("5,000 employees"), "General at 5,000 employees is $70,000");
  check(await page.locator("#answer svg").first().isVisible(), "the step chart is there");
  await close(page);
}

// The bytes, exit codes and sentences of the command line.
async function same_answers() {
  const editions = JSON.parse(execFileSync(program, ["schedule", "list", "--format", "json"])).schedules;
  const tiers = Object.fromEntries(editions.map(({ id }) =>
    [id, JSON.parse(execFileSync(program, ["schedule", "show", id, "--format", "json"])).tiers.map((tier) => tier.tier)]));
  console.log(`random questions: SEED=${seed}`);
  const page = await opened(), exits = {};
  for (const { hash, words } of random_questions(1000, seed, editions, tiers)) {
    const ours = await page.evaluate((question) => engine.ask("quote", question), hash);
    const run = spawnSync(program, ["quote", ...words, "--format", "html"], { maxBuffer: 1 << 26 });
    exits[run.status] = (exits[run.status] ?? 0) + 1;
    const said = ours.error ? `error: ${ours.error.message}\n${ours.error.hint ? `hint: ${ours.error.hint}\n` : ""}` : "";
    check((ours.html ?? "") === run.stdout.toString() && ours.exit === run.status && said === run.stderr.toString(),
      `#${hash} is not what quote ${words.join(" ")} says:\n${ours.exit} ${said}\n${run.status} ${run.stderr}`);
  }
  console.log("their exit codes:", exits);
  check((exits[0] ?? 0) > 150 && Object.keys(exits).length >= 4, "the random questions are of all kinds");
  await close(page);
}

// What is shown is the program's HTML, and the command line that is shown prints it.
async function shown_answers() {
  for (const hash of ["tier=ptf/general&employees=5000", "", "schedule=lf&employees=10", "schedule=gsf&as_of=2024-01-01",
    "employees=12&org_type=academic&lf_member=yes&member_of=cncf", "tier=ptf/general&tier=cncf/silver&employees=700"]) {
    const page = await opened(`#${hash}`);
    const command = await page.locator("#command").innerText();
    const html = execFileSync("sh", ["-c", `${command.replace(/^ptf-fees/, '"$PROGRAM"')} --format html 2>/dev/null || true`],
      { env: { ...process.env, PROGRAM: program } }).toString();
    check(html.includes("<main>") && await page.evaluate((printed) => {
      const expected = new DOMParser().parseFromString(printed, "text/html").querySelector("main").innerHTML;
      return document.getElementById("answer").innerHTML.trim() === expected.trim();
    }, html), `#${hash} shows what '${command}' prints`);
    await close(page);
  }
}

async function links() {
  const page = await opened("#tier=ptf/general&employees=700&org_type=nonprofit&lf_member=yes&member_of=cncf&as_of=2025-05-01");
  const text = await answer_of(page);
  await page.locator("#employees").press("End");
  await page.keyboard.type("1");
  await page.keyboard.press("Backspace");
  const again = await opened(await hash_of(page));
  check(await answer_of(again) === text, `an edit and its opposite give the same answer: ${await hash_of(page)}`);
  check(await again.locator("#employees").inputValue() === "700" && await again.locator("#org_type").inputValue() === "nonprofit",
    "a link fills the form");
  await close(again);
  await page.locator("#employees").fill("5000");
  await page.keyboard.press("Tab");
  await page.locator("#employees").fill("80");
  await page.keyboard.press("Tab");
  const last = await answer_of(page);
  await page.goBack();
  check(await page.locator("#employees").inputValue() === "5000" && (await answer_of(page)).includes("5,000 employees"), "back");
  await page.goForward();
  check(await page.locator("#employees").inputValue() === "80" && await answer_of(page) === last, "forward");
  await page.evaluate(() => { navigator.clipboard.writeText = async (copied) => { globalThis.copied = copied; }; });
  await page.locator("#copy-link").click();
  check(await page.evaluate(() => globalThis.copied === location.href), "the link is copied");
  await close(page);
}

// By keys alone, and what has the focus can be seen.
async function keyboard() {
  const page = await opened();
  const reach = async (selector) => {
    for (let i = 0; i < 90; i++) {
      await page.keyboard.press("Tab");
      const [is, seen, what] = await page.evaluate((wanted) => {
        const here = document.activeElement;
        const outlined = (one) => one && getComputedStyle(one).outlineStyle !== "none" && getComputedStyle(one).outlineWidth !== "0px";
        return [here.matches(wanted), outlined(here) || outlined(here.closest("label")), here.outerHTML.slice(0, 80)];
      }, selector);
      check(seen, `the focus is seen on ${what}`);
      if (is) return;
    }
    check(false, `the keyboard reaches ${selector}`);
  };
  await reach("#tiers input");
  await reach("#tiers input");
  await page.keyboard.press("Space");
  check(await page.evaluate(() => document.activeElement.checked === true), "the focus stays on the tier that was chosen");
  await reach("#employees");
  await page.keyboard.type("5000");
  check((await answer_of(page)).includes("$70,000"), "the keyboard gets an answer");
  await reach("#copy-link");
  await close(page);
}

async function errors() {
  for (const [hash, field, sentence] of [
    ["#employees=1,200", "employees", "--employees '1,200' has thousands separators: write 1200"],
    ["#revenue=-5", "revenue", "revenue"], ["#as_of=2025-13-01", "as_of", "2025-13-01"], ["#tier=generall", "tier", "generall"],
    ["#schedule=pft", "schedule", "did you mean 'ptf'"], ["#member_of=pft", "member_of", "pft"], ["#tier=general", "employees", "give --employees"],
    ["#employes=5", "address", "did you mean 'employees'"], ["#employees=5&employees=6", "employees", "given twice"]]) {
    const page = await opened(hash);
    const said = await page.locator(`#${field}-error`).innerText();
    check(said.includes(sentence), `${hash}: beside ${field}: ${said}`);
    check((await page.locator(".error:not(:empty)").count()) === 1, `${hash}: one error`);
    if (["employees", "revenue", "as_of"].includes(field))
      check(await page.locator(`#${field}`).getAttribute("aria-invalid") === "true", `${hash}: the field is marked`);
    await close(page);
  }
}

async function hostile() {
  for (const hash of ["#tier=<script>alert(1)</script>", "#tier=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "#employees=%FF%FE", "#tier=%C3%28%00",
    `#tier=${"x".repeat(100000)}`, `#${"member_of=lf&".repeat(2000)}`, "#%", "#=&=&&", "#tier=%", "#__proto__=1&constructor=2", "#employees=🙂",
    "#tier=javascript:alert(1)", "#schedule=../../etc/passwd", "#as_of=%0A%0D"]) {
    const page = await opened(hash);
    const [scripts, images] = await page.evaluate(() => [document.scripts.length, document.images.length]);
    check(scripts === 2 && images === 0, `${hash.slice(0, 60)}: no element of the address is in the page`);
    await page.locator("#employees").fill("5000");
    check(await page.locator("#command").innerText() !== "", `${hash.slice(0, 60)}: the page goes on`);
    await close(page);
  }
}

async function looks() {
  for (const width of [360, 1440])
    for (const colorScheme of ["light", "dark"]) {
      const page = await opened("#tier=ptf/general&employees=5000", { viewport: { width, height: 900 }, colorScheme });
      await page.locator("#rows").fill("org,tier,employees\nAcme,general,5000\nTiny,general,~40\n");
      await page.locator("#quote-rows").click();
      await page.locator("#held summary").click();
      const [needs, has] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      check(needs <= has, `${width}: the page is ${needs} wide in a window of ${has}`);
      if (screenshots) await page.screenshot({ path: join(screenshots, `page-${width}-${colorScheme}.png`), fullPage: true });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      check(violations.length === 0, `axe at ${width}, ${colorScheme}: ${violations.map(({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`).join("\n")}`);
      await close(page);
    }
  const paper = await opened("#tier=ptf/general&employees=5000");
  await paper.emulateMedia({ media: "print" });
  check(!(await paper.locator("form").isVisible()) && await paper.locator("#answer").isVisible(), "the answer alone is printed");
  await close(paper);
  const bare = await opened("", { javaScriptEnabled: false, viewport: { width: 360, height: 900 } });
  const text = await bare.locator("main").innerText();
  const foundations = execFileSync(program, ["schedule", "list", "--format", "csv"]).toString().split("\n").filter((line) => line.endsWith(",yes"));
  check(await bare.locator("noscript h2").count() >= foundations.length && text.includes("$70,000"), "without JavaScript the tables are there");
  if (screenshots) await bare.screenshot({ path: join(screenshots, "page-360-bare.png") });
  await close(bare);
}

async function offline() {
  const page = await opened();
  await page.context().setOffline(true);
  await page.locator("#employees").fill("5000");
  check((await answer_of(page)).includes("5,000 employees"), "offline it answers");
  await close(page);
}

async function many_questions() {
  const page = await opened("#tier=ptf/general&employees=5000");
  const [before, after, keystroke] = await page.evaluate(() => {
    const ask = (count) => { for (let i = 0; i < count; i++) engine.ask(i % 3 ? "quote" : "tiers", `schedule=ptf&employees=${i}`); };
    const size = () => engine.instance.memory.buffer.byteLength;
    ask(500);
    const first = size();
    ask(10000);
    const times = Array.from({ length: 50 }, (_, i) => {
      const begin = performance.now();
      document.getElementById("employees").value = String(4000 + i);
      edited();
      return performance.now() - begin;
    });
    return [first, size(), Math.min(...times)]; // of 50: what else the machine does is not the page's
  });
  check(before === after, `10,000 questions: ${before} bytes of memory before, ${after} after`);
  check(keystroke < 50, `a keystroke takes ${keystroke} ms`);
  console.log(`a keystroke takes ${keystroke.toFixed(1)} ms (the quickest of 50); the engine has ${after} bytes of memory`);
  await close(page);
}

// The bytes, exit codes and sentences of ptf-fees batch.
async function rosters() {
  const bad = 'org,tier,employees\nAcme,general,5000\n"Smith, ""J""\nand sons",premier,120\nTiny,general,~40\nX,generall,1\n\nY,general\nZ,general,0\n' +
    'Total,,5120\n"open,general,4\n';
  for (const [name, text, hash, options] of [["bad.csv", bad, "", []], ["semicolon.csv", "\ufefftier;employees\r\ngeneral;7\r\n", "", []],
    ["no-tier.csv", "name,employees\nA,12\nB,\n", "#schedule=ptf&tier=general", ["--tier", "general"]],
    ["odd.tsv", "tier\temployees\ngeneral\t501\n", "#org_type=nonprofit&lf_member=yes", ["--org-type", "nonprofit", "--lf-member", "yes"]],
    ["lines.jsonl", '{"tier":"general","employees":5000}\n{"tier":"general","employees":"x"}\n', "", []],
    ["wrong.csv", "a,b\n1,2\n", "", []], ["empty.csv", "", "", []], ["book.csv", "PK\u0003\u0004", "", []],
    ["gsf.csv", "tier,employees\ngeneral,5000\n", "#schedule=gsf", ["--schedule", "gsf"]]]) {
    writeFileSync(join(folder, name), text);
    const theirs = spawnSync(program, ["batch", name, ...options], { cwd: folder });
    const page = await opened(hash);
    const ours = await page.evaluate(async ([roster, called]) => {
      let reply;
      const ask = engine.ask;
      engine.ask = (...question) => (reply = ask.apply(engine, question));
      quote_roster(new TextEncoder().encode(roster), called);
      const written = new Blob(quotes?.pieces ?? []);
      return { output: [...new Uint8Array(await written.arrayBuffer())], exit: reply.exit, lines: reply.error ? [`error: ${reply.error.message}`]
        : [reply.terms, ...reply.lines.split("\n")].filter(Boolean) };
    }, [text, name]);
    const output = Buffer.from(ours.output), said = `${ours.lines.join("\n")}\n`;
    // Where nothing is quoted the page does not say how old the terms are.
    const expected = theirs.stderr.toString().replace(/^Terms of .*\n(?=error)/, "");
    check(ours.exit === theirs.status && output.equals(theirs.stdout) && said === expected,
      `${name}: ${ours.exit} ${output}\n${said}\nis not ${theirs.status} ${theirs.stdout}\n${expected}`);
    await close(page);
  }
}

// A file is opened and its quotes are saved.
async function saves() {
  const rows = Array.from({ length: 100000 }, (_, i) => `Organisation ${i},${["general", "premier"][i % 2]},${1 + i * 37 % 20000}`);
  writeFileSync(join(folder, "roster.csv"), `org,tier,employees\n${rows.join("\n")}\n`);
  const theirs = execFileSync(program, ["batch", "roster.csv", "-q"], { cwd: folder, maxBuffer: 1 << 26 });
  const page = await opened();
  const times = [];
  for (let i = 0; i < 3; i++) {
    await page.evaluate(() => { document.getElementById("save").hidden = true; });
    const begin = Date.now();
    await page.locator("#file").setInputFiles(join(folder, "roster.csv"));
    await page.locator("#save").waitFor({ state: "visible" });
    times.push(Date.now() - begin);
  }
  const milliseconds = Math.min(...times);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  check(download.suggestedFilename() === "quotes.csv" && readFileSync(await download.path()).equals(theirs), "quotes.csv is what batch writes");
  check(milliseconds < 2000, `100,000 rows take ${milliseconds} ms`);
  check((await page.locator("#roster-tables").innerText()).includes("Organisation 49"), "the first rows are shown");
  console.log(`100,000 rows from the file to the table: ${milliseconds} ms`);
  await close(page);
}

check(statSync(file).size <= 600 * 1024, `the page has ${statSync(file).size} bytes`);
const only = process.env.ONLY?.split(",");
for (const part of [the_answer, same_answers, shown_answers, links, keyboard, errors, hostile, looks, offline, many_questions, rosters, saves]) {
  if (only && !only.includes(part.name)) continue;
  try {
    await part();
  } catch (error) {
    check(false, `${part.name}: ${error.stack}`);
  }
}
await browser.close();
rmSync(folder, { recursive: true });
console.log(`${checked} checks, ${failed} failed; the page has ${statSync(file).size} bytes`);
process.exit(failed === 0 ? 0 : 1);

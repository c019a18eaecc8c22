//! Prompts without a word for a medium: what is told, and how, names it.

use super::Candidate;
use crate::Genre;
use crate::forms::FormKind;
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};

/// "three plans: Seed $0, Sprout $12 per month", "compare bus and train: price $12 / $30": what is told names no medium.
pub(super) fn by_content(reader: &Reader<'_>) -> Option<Genre> {
    let colon = (0..reader.len().min(12)).any(|at| reader.sep(at, Sep::Colon));
    let keyed = |words: &[&str]| (0..reader.len()).any(|at| words.contains(&reader.key(at)));
    let prices = (0..reader.len())
        .filter(|at| reader.form(*at) == Some(crate::forms::FormKind::Price))
        .count();
    if is_ring(reader, colon) {
        return Some(Genre::Chart);
    }
    if is_bill(reader) {
        return Some(Genre::Receipt);
    }
    // "scatter: weight vs height: 5/30, 12/45"
    let pairs = (1..reader.len()).filter(|&at| reader.sep(at, Sep::Open) || is_pair(reader, at));
    let dotted = keyed(&[
        "dots",
        "points",
        "correlation",
        "outlier",
        "trend",
        "x",
        "axis",
    ]);
    if reader.key(0) == "scatter" && (colon && pairs.count() >= 3 || dotted) {
        return Some(Genre::Chart);
    }
    if is_table(reader) {
        return Some(Genre::Table);
    }
    if colon && tells_a_week(reader) {
        return Some(Genre::Calendar);
    }
    if let Some(genre) = by_figures(reader) {
        return Some(genre);
    }
    let plans = keyed(&["plans", "tiers", "subscriptions"])
        && keyed(&["month", "monthly", "mo", "year", "yearly"]);
    if colon && plans && prices >= 2 {
        return Some(Genre::Pricing);
    }
    // "before/after: revenue 1.2M to 1.8M"
    if colon && reader.key(0) == "before" && (1..4).any(|at| reader.key(at) == "after") {
        return Some(Genre::ComparisonTable);
    }
    if stands_against(reader) {
        return Some(Genre::ComparisonTable);
    }
    let sides = (1..5).any(|at| matches!(reader.key(at), "and" | "vs" | "versus" | "with" | "to"));
    (colon && matches!(reader.key(0), "compare" | "comparing") && sides)
        .then_some(Genre::ComparisonTable)
}

/// "taqueria bill, work out the total: 3 al pastor 10.50": what a guest pays, with what was had.
fn is_bill(reader: &Reader<'_>) -> bool {
    const FIGURES_MIN: usize = 3;
    let end = reader.clause_end(0);
    let named = (0..end).any(|at| matches!(reader.key(at), "bill" | "tab" | "check"));
    let summed = (0..reader.len()).any(|at| {
        matches!(
            reader.key(at),
            "total" | "subtotal" | "tip" | "tax" | "vat" | "change"
        )
    });
    let figures = (end..reader.len()).filter(|&at| match reader.tokens[at].kind {
        Kind::Number => reader.key(at).contains(['.', ',']),
        Kind::Form(kind) => matches!(kind, FormKind::Price | FormKind::Figure),
        _ => false,
    });
    named && summed && figures.count() >= FIGURES_MIN
}

/// "donut: 62% yes, 38% no", "donut "My day": sleep 8h, work 8h": shares behind the name of a form that is no cake.
fn is_ring(reader: &Reader<'_>, colon: bool) -> bool {
    const FIGURES_MIN: usize = 3;
    const SHARES_MIN: usize = 4;
    let count = |shares: bool| {
        (0..reader.len())
            .filter(|&at| match reader.tokens[at].kind {
                Kind::Form(FormKind::Percent) => true,
                Kind::Form(FormKind::Quantity | FormKind::Price | FormKind::Figure)
                | Kind::Number => !shares,
                _ => false,
            })
            .count()
    };
    let named = at_colon(reader);
    // "two donuts side by side, …: 80%/20% and 25%/75%"
    let several = (0..3).any(|at| matches!(reader.key(at), "donuts" | "doughnuts"));
    let quoted = reader.quoted.iter();
    let quoted = quoted.filter(|text| reader.prompt[text.inner.clone()].ends_with('%'));
    if several && count(true) + quoted.count() >= SHARES_MIN {
        return true;
    }
    // "donut with 68% in the middle"
    let middle =
        (1..reader.len()).any(|at| matches!(reader.key(at), "middle" | "center" | "centre"));
    // "air composition donut: nitrogen 78%, oxygen 21%"
    let headed = (1..reader.clause_end(0))
        .rfind(|&at| reader.sep(at + 1, Sep::Colon))
        .is_some_and(|at| matches!(reader.key(at), "donut" | "doughnut"));
    // "donut, center text "$3,600". slices rent 45%, food 20%"
    let sliced = (1..reader.len()).any(|at| matches!(reader.key(at), "slices" | "segments"));
    let alone = matches!(reader.key(0), "donut" | "doughnut" | "ring");
    if (headed || sliced && alone) && count(true) >= 2 {
        return true;
    }
    match reader.key(0) {
        "donut" | "doughnut" | "ring" if middle && count(true) == 1 => true,
        _ if !colon => false,
        "donut" | "doughnut" => count(true) >= 2 || named && count(false) >= FIGURES_MIN,
        "ring" | "circle" | "wheel" => count(true) >= 2,
        _ => false,
    }
}

/// Whether a colon follows the first word, or the title in quotes behind it.
fn at_colon(reader: &Reader<'_>) -> bool {
    let titled = reader
        .tokens
        .get(1)
        .is_some_and(|token| token.quote().is_some());
    reader.sep(1 + usize::from(titled), Sep::Colon)
}

/// "electric vs gas car table: …", "table Lite vs Plus: …": sides that stand against each other beside a word for rows, and
/// what is told of them.
fn stands_against(reader: &Reader<'_>) -> bool {
    const HEAD: usize = 12;
    const QUOTES_MIN: usize = 2;
    let colon = (0..reader.len().min(HEAD)).find(|&at| reader.sep(at, Sep::Colon));
    // `before/after table. "Before" "3 hours" …`: quotes tell as much as a colon does.
    let quoted = (reader.quoted.len() >= QUOTES_MIN)
        .then(|| (0..reader.len().min(HEAD)).find(|&at| reader.ends_sentence(at)))
        .flatten();
    // "kettle vs pot table. rows time 3 min vs 7 min, …"
    let ruled = (1..reader.len()).find(|&at| {
        matches!(reader.key(at), "rows" | "columns") && at > 1 && reader.ends_sentence(at - 1)
    });
    let Some(end) = colon.or(quoted).or(ruled) else {
        return false;
    };
    let against = (1..end).any(|at| matches!(reader.key(at), "vs" | "versus"));
    let turned = (0..end).any(|at| {
        reader.key(at) == "before" && (at + 1..at + 3).any(|next| reader.key(next) == "after")
    });
    let rows = |at| {
        matches!(
            reader.key(at),
            "table" | "chart" | "infographic" | "graphic"
        )
    };
    (against || turned) && (0..end).any(rows)
}

/// "table with sparklines, four stocks: Oxbow 48.20 up 1.4%": a form of charts, wherever it stands, that figures are told for
/// while nothing else names the picture.
pub(super) fn plotted(reader: &Reader<'_>, candidates: &[Candidate]) -> Option<Candidate> {
    const FIGURES_MIN: usize = 3;
    let figure = |at: usize| match reader.tokens[at].kind {
        Kind::Number => true,
        Kind::Form(form) => matches!(
            form,
            FormKind::Price | FormKind::Percent | FormKind::Quantity | FormKind::Figure
        ),
        _ => false,
    };
    let figures = (0..reader.len()).filter(|&at| figure(at)).count();
    // "two lines on one chart: Rent 900, 980, 1050, …"
    let lines = |at: usize| {
        matches!(
            reader.key(at),
            "line" | "lines" | "curve" | "curves" | "bars" | "columns" | "series"
        )
    };
    let named = |word: &&Candidate| {
        let form = reader.key(word.from).starts_with("sparkline");
        let held = matches!(reader.key(word.from), "chart" | "graph" | "plot" | "axes")
            && (0..word.from).any(lines);
        word.genre == Genre::Chart && (form || held)
    };
    candidates
        .iter()
        .find(named)
        .copied()
        .filter(|_| figures >= FIGURES_MIN)
}

/// "dog walker card, …, text 555-0162": a card of somebody's trade, with how to reach them.
pub(super) fn card_of_trade(reader: &Reader<'_>) -> Option<usize> {
    let end = reader.clause_end(0);
    // "card for tattoo studio all black": whose card it is may stand behind.
    let opens = reader.key(0) == "card" && matches!(reader.key(1), "for" | "of");
    let card = if opens {
        0
    } else {
        (1..end).rfind(|&at| reader.key(at) == "card" && reader.is_lower(at))?
    };
    let named = opens
        || !matches!(
            reader.key(card - 1),
            "birthday"
                | "greeting"
                | "thank"
                | "you"
                | "recipe"
                | "index"
                | "report"
                | "playing"
                | "credit"
                | "gift"
                | "invitation"
                | "score"
                | "flash"
                | "trading"
                | "post"
        );
    let reached = (0..reader.len()).any(|at| {
        matches!(
            reader.form(at),
            Some(FormKind::Phone | FormKind::Email | FormKind::Url)
        )
    });
    (named && reached && (opens || card + 1 == end)).then_some(card)
}

/// "something to hang in the kitchen. Headline: …. Smaller underneath: …": words for the lines of a printed piece, each with
/// its colon, where no screen is told of.
pub(super) fn is_headed(reader: &Reader<'_>) -> bool {
    let headed = (0..reader.len()).any(|at| {
        matches!(reader.key(at), "headline" | "title" | "heading" | "tagline")
            && reader.sep(at + 1, Sep::Colon)
            && (at == 0 || reader.is_sep(at - 1) || reader.key(at - 1) == "main")
    });
    let hung = (0..reader.len()).any(|at| {
        matches!(
            reader.key(at),
            "hang" | "wall" | "print" | "pin" | "noticeboard" | "door" | "fridge"
        )
    });
    headed && hung
}

/// "three panels: a cat sleeps; …", "profile: Nora Beck, potter", "layers of a cake: …": the parts alone, behind the word
/// for them and a colon; returns the genre and how many words name it.
pub(super) fn by_first_word(reader: &Reader<'_>) -> Option<(Genre, usize)> {
    let counted = crate::numbers::count_at(&reader.tokens, 0).is_some();
    if counted && matches!(reader.key(1), "panel" | "panels") && reader.sep(2, Sep::Colon) {
        return Some((Genre::Comic, 2));
    }
    // "eye anatomy: cornea, iris, …"
    if reader.key(1) == "anatomy" && reader.sep(2, Sep::Colon) {
        return Some((Genre::LabelledDiagram, 2));
    }
    // "lost keys notice: …"
    let end = reader.clause_end(0);
    let sought = matches!(reader.key(0), "lost" | "found" | "missing");
    if sought && end > 1 && reader.key(end - 1) == "notice" {
        return Some((Genre::Poster, end));
    }
    if reader.key(0) == "pyramid" && reader.sep(1, Sep::Colon) {
        return Some((Genre::LabelledDiagram, 1));
    }
    // "layers of a rainforest diagram: …": what is listed in layers lies in them.
    let end = reader.clause_end(0);
    if reader.key(0) == "layers" && reader.key(1) == "of" && reader.sep(end, Sep::Colon) {
        return Some((Genre::CrossSection, 2));
    }
    (reader.key(0) == "profile" && reader.sep(1, Sep::Colon)).then_some((Genre::MobileApp, 1))
}

/// "left to right flow of a return: Request label → Pack item → Refund": steps with arrows behind the word for them.
pub(super) fn flows(reader: &Reader<'_>) -> Option<(usize, usize)> {
    const ARROWS_MIN: usize = 2;
    let colon = (0..reader.len().min(12)).find(|&at| reader.sep(at, Sep::Colon))?;
    let word = (0..colon).find(|&at| matches!(reader.key(at), "flow" | "steps" | "process"))?;
    // "sourdough steps top to bottom: 1. Feed starter 2. Mix dough": a numbered list of which is told how it runs.
    let runs = (word..colon).any(|at| {
        matches!(
            reader.keys(at, (at + 3).min(colon)).as_str(),
            "top to bottom" | "left to right" | "top to down"
        )
    });
    if runs && counts_up(reader, colon) {
        return Some((word, word + 1));
    }
    let arrows = (colon..reader.len()).filter(|&at| reader.sep(at, Sep::Arrow));
    // "circular process: Plan → Do → Act": it has a drawing of its own.
    let round = word > 0 && matches!(reader.key(word - 1), "circular" | "cyclical" | "cyclic");
    (!round && arrows.count() >= ARROWS_MIN).then_some((word, word + 1))
}

/// Whether a list behind `from` is numbered 1, 2, 3.
fn counts_up(reader: &Reader<'_>, from: usize) -> bool {
    let mut next = 1_u32;
    for at in from..reader.len() {
        if reader.tokens[at].kind == Kind::Number && reader.key(at).parse() == Ok(next) {
            next += 1;
        }
    }
    next > 3
}

/// "rows Storage 2 GB / 100 GB / 1 TB, Users 1 / 1 / 10": whether slashes part the cells of rows that are announced.
pub(super) fn has_slashed_rows(reader: &Reader<'_>) -> bool {
    const SLASHES_MIN: usize = 2;
    let rows = (1..reader.len()).find(|&at| reader.key(at) == "rows" && reader.is_sep(at - 1));
    rows.is_some_and(|rows| {
        let slashes = (rows..reader.len()).filter(|&at| reader.sep(at, Sep::Slash));
        slashes.count() >= SLASHES_MIN
    })
}

/// "wedding schedule: 1:30 Guests arrive, 2:00 Ceremony, …": whether clauses begin with the hours of a single day that is
/// celebrated.
pub(super) fn runs_through_a_day(reader: &Reader<'_>) -> bool {
    const HOURS_MIN: usize = 4;
    let feast = (0..reader.len().min(8)).any(|at| {
        matches!(
            reader.key(at),
            "wedding" | "party" | "ceremony" | "birthday" | "reception" | "gala"
        )
    });
    let hours = (1..reader.len())
        .filter(|&at| reader.form(at) == Some(FormKind::Time) && (reader.is_sep(at - 1)));
    let days = (0..reader.len()).any(|at| crate::forms::is_weekday(reader.key(at)));
    feast && !days && hours.count() >= HOURS_MIN
}

/// "nodes in a circle": whether steps stand in a ring.
pub(super) fn runs_round(reader: &Reader<'_>) -> bool {
    let ring = |at: usize| {
        reader.key(at) == "in"
            && reader.key(at + 1) == "a"
            && matches!(reader.key(at + 2), "circle" | "ring" | "loop")
    };
    let asks = (0..reader.len()).any(|at| reader.sep(at, Sep::Mark));
    !asks && (0..reader.len()).any(ring)
}

/// "columns Us, Them. rows: Free returns, …": whether both sides of a table are told.
pub(super) fn has_sides(reader: &Reader<'_>) -> bool {
    let told = |words: [&str; 2]| {
        (1..reader.len()).any(|at| words.contains(&reader.key(at)) && reader.is_sep(at - 1))
    };
    told(["columns", "column"]) && told(["rows", "row"])
}

/// "habit tracker for 30 days", "monthly habit tracker": a tracker that shows its days and is no screen.
pub(super) fn tracks_days(reader: &Reader<'_>, at: usize) -> bool {
    const DAYS: std::ops::RangeInclusive<u32> = 7..=31;
    let tracker = (at..at + 3).any(|i| reader.key(i) == "tracker");
    let days = (1..reader.len()).any(|i| {
        let counted = reader
            .key(i - 1)
            .parse()
            .is_ok_and(|n: u32| DAYS.contains(&n));
        reader.key(i) == "days" && counted
            || reader.form(i) == Some(FormKind::Quantity)
                && reader.text(i, i + 1).ends_with(" days")
    });
    let sheet = (0..reader.len()).any(|i| {
        matches!(
            reader.key(i),
            "printable" | "monthly" | "squares" | "grid" | "print"
        )
    });
    let screen = (0..reader.clause_end(at))
        .any(|i| matches!(reader.key(i), "app" | "screen" | "phone" | "mobile" | "ui"));
    tracker && (days || sheet) && !screen
}

/// "three plans for a language app: Free 0€, Plus 9€": plans that are counted before what they are for, with their prices.
pub(super) fn tells_plans(reader: &Reader<'_>, before: usize) -> bool {
    let plans = (0..before).any(|at| {
        matches!(
            reader.key(at),
            "plans" | "tiers" | "packages" | "subscriptions"
        ) && (at > 0 && crate::numbers::count_at(&reader.tokens, at - 1).is_some()
            || matches!(reader.key(at + 1), "for" | "of"))
    });
    let prices = (before..reader.len())
        .filter(|at| reader.form(*at) == Some(crate::forms::FormKind::Price))
        .count();
    plans && prices >= 2
}

/// "table of students: Name, Grade; Anna A", "表格:…": a table that holds rows is no piece of furniture; nor are lines whose
/// marks part them into cells.
fn is_table(reader: &Reader<'_>) -> bool {
    let opens = (0..reader.len().min(5)).find(|&at| reader.key(at) == "table");
    let told = opens.is_some_and(|at| {
        let rest = (at + 1..reader.len())
            .filter(|&i| reader.sep(i, Sep::Semi) || reader.sep(i, Sep::Line));
        let led = matches!(
            reader.key(at + 1),
            "of" | "with" | "for" | "showing" | "listing" | "comparing"
        );
        let colon = (at..reader.len().min(at + 8)).any(|i| reader.sep(i, Sep::Colon));
        // "table of conversions: kg/lb 1/2.2, 5/11": rows whose slashes part cells.
        let slashed = (at..reader.len()).filter(|&i| is_pair(reader, i)).count();
        let end = reader.tokens[at].span.end;
        let rows = || crate::grid::rows::is_parted(reader.prompt, end);
        (led || reader.sep(at + 1, Sep::Colon))
            && colon
            && (rest.count() >= 2 || slashed >= 2 || rows())
    });
    let ranked = opens.is_some_and(|at| {
        reader.sep(at + 1, Sep::Colon)
            && crate::grid::rows::is_ranked(reader.prompt, reader.tokens[at].span.end)
    });
    told || ranked || crate::grid::rows::is_table(reader.prompt)
}

/// "5/30": two figures that a slash joins.
fn is_pair(reader: &Reader<'_>, at: usize) -> bool {
    let text = reader.text(at, at + 1);
    text.split_once('/').is_some_and(|(a, b)| {
        let figure = |side: &str| side.trim().parse::<f64>().is_ok();
        figure(a) && figure(b)
    })
}

/// "week plan for the team: Mon rest, Tue 8 km, Wed off": three clauses or more begin with a weekday and go on.
fn tells_a_week(reader: &Reader<'_>) -> bool {
    const DAYS_MIN: usize = 3;
    let day = |at: usize| {
        crate::forms::is_weekday(reader.key(at))
            && (at == 0 || reader.is_sep(at - 1))
            && reader.clause_end(at) > at + 1 - usize::from(reader.sep(at + 1, Sep::Colon))
    };
    (0..reader.len()).filter(|&at| day(at)).count() >= DAYS_MIN
}

/// Words at the head of a prompt that, with figures behind them, ask for a board.
const BOARDS: &[&str] = &[
    "monitor",
    "monitoring",
    "metrics",
    "kpis",
    "kpi",
    "analytics",
    "overview",
    "panel",
    "cockpit",
    "stats",
    "statistics",
    "kennzahlen",
    "панель",
    "показатели",
    "показники",
    "指标",
    "指標",
    "지표",
];

/// "warehouse monitor: docks busy 5 of 8, late orders 6 …", "weather Oslo 3°, wind 28 km/h": a word for what is told, and
/// enough figures, where nobody says dashboard or app.
fn by_figures(reader: &Reader<'_>) -> Option<Genre> {
    const FIGURES_MIN: usize = 3;
    // "weather Tokyo 18° cloudy, hourly": what a forecast consists of.
    let told = (1..reader.len()).any(|at| {
        matches!(
            reader.key(at),
            "hourly" | "forecast" | "humidity" | "wind" | "weekly" | "sunrise" | "uv"
        )
    });
    let degrees = reader.prompt.contains('°');
    if matches!(reader.key(0), "weather" | "forecast") && told && degrees {
        return Some(Genre::MobileApp);
    }
    let end = (0..reader.len())
        .find(|&at| reader.ends_sentence(at) || reader.is_sep(at))
        .unwrap_or(reader.len());
    let head = |words: &[&str]| {
        (0..end.min(8)).any(|at| {
            words.contains(&reader.key(at))
                || words.contains(&reader.text(at, at + 1).to_lowercase().as_str())
        })
    };
    let figures = (0..reader.len())
        .filter(|&at| match reader.tokens[at].kind {
            Kind::Number => true,
            Kind::Form(kind) => matches!(
                kind,
                FormKind::Price | FormKind::Percent | FormKind::Quantity | FormKind::Figure
            ),
            _ => false,
        })
        .count();
    if figures < FIGURES_MIN {
        return None;
    }
    if head(BOARDS) {
        return Some(Genre::Dashboard);
    }
    // "fitness tracker: steps 6,120 …", "food delivery: restaurant …": what a colon follows at the head names the app.
    let named = end <= 3
        && reader.sep(end, Sep::Colon)
        && head(&[
            "tracker",
            "delivery",
            "fitness",
            "workout",
            "budget",
            "wallet",
            "habits",
            "banking",
            "smart",
            "thermostat",
            "heating",
        ]);
    let weather = matches!(reader.key(0), "weather" | "forecast") && reader.quoted.is_empty();
    (weather || named).then_some(Genre::MobileApp)
}

/// "sign up: name + email + password", "columns Todo / Done, cards …": the parts of a screen name it, the sentence of an
/// invitation the card.
pub(super) fn by_form(reader: &Reader<'_>) -> Option<Genre> {
    let keyed = |words: &[&str]| (0..reader.len()).any(|at| words.contains(&reader.key(at)));
    let opens = |words: &[&str]| words.contains(&reader.key(0));
    if crate::inviting::find(reader.prompt).is_some() {
        return Some(Genre::Invitation);
    }
    // "employees table columns Name, Department: …"
    let colon = (0..reader.len()).any(|at| reader.sep(at, Sep::Colon));
    if colon && keyed(&["table", "list"]) && keyed(&["columns", "column", "headers"]) {
        return Some(Genre::AdminTable);
    }
    if heads_a_table(reader) {
        return Some(Genre::AdminTable);
    }
    if let Some(genre) = is_bar(reader) {
        return Some(genre);
    }
    let secret = keyed(&["password", "passcode"]);
    let account = keyed(&["email", "e-mail", "username", "login"]);
    if secret && account {
        let joins = opens(&[
            "sign",
            "signup",
            "sign-up",
            "register",
            "registration",
            "create",
        ]) && reader.key(1) != "in";
        return Some(if joins { Genre::SignUp } else { Genre::Login });
    }
    // "checkout: email, card number, total $49"
    let paid = keyed(&["card", "cvc", "cvv", "expiry", "pay", "total", "shipping"]);
    let bought = keyed(&["total", "subtotal", "promo", "checkout", "shipping"]);
    if opens(&["cart", "basket", "bag"]) && bought {
        return Some(Genre::ProductGrid);
    }
    if keyed(&["checkout"]) && paid {
        return Some(Genre::ProductGrid);
    }
    let columns = keyed(&["columns", "lanes", "swimlanes"]);
    let cards = keyed(&["cards", "tickets", "tasks", "issues", "stories"]);
    (columns && cards).then_some(Genre::Kanban)
}

/// "customer table: Name, Plan, Status. Kestrel Pro active, …": a sentence of short names behind a table's colon, and rows behind
/// it.
fn heads_a_table(reader: &Reader<'_>) -> bool {
    const HEAD: usize = 5;
    const HEADS_MIN: usize = 3;
    const WORDS_MAX: usize = 3;
    let Some(table) = (0..reader.len().min(HEAD)).find(|&at| reader.key(at) == "table") else {
        return false;
    };
    if !reader.sep(table + 1, Sep::Colon) {
        return false;
    }
    let mut heads = 0;
    let mut at = table + 2;
    loop {
        let end = reader.clause_end(at);
        let named = end > at && end - at <= WORDS_MAX && reader.is_capital(at);
        if !named {
            return false;
        }
        heads += 1;
        if !reader.sep(end, Sep::Comma) {
            let more = (end + 1..reader.len()).any(|i| reader.sep(i, Sep::Comma));
            return heads >= HEADS_MIN && reader.ends_sentence(end) && more;
        }
        at = end + 1;
    }
}

/// "bottom tab bar with Home, Search", "website navigation bar: …": the bar of a screen stands for the screen.
fn is_bar(reader: &Reader<'_>) -> Option<Genre> {
    const HEAD: usize = 5;
    let end = reader.clause_end(0).min(HEAD);
    let bar = (1..end).find(|&at| {
        matches!(reader.key(at), "bar" | "navbar" | "navigation")
            && matches!(
                reader.key(at - 1),
                "tab" | "navigation" | "nav" | "bottom" | "top" | "menu" | "app"
            )
    })?;
    let said = |words: &[&str]| (0..=bar).any(|at| words.contains(&reader.key(at)));
    if said(&["website", "web", "site", "top", "menu"]) {
        Some(Genre::WebPage)
    } else {
        Some(Genre::MobileApp)
    }
}

/// "human skeleton labelled: skull, ribs, spine", "a rocket with labels 'nose', 'engine'": what has its parts labelled is a
/// diagram.
pub(super) fn labels_parts(reader: &Reader<'_>) -> bool {
    let several = reader.quoted.len() > 1
        && (2..reader.len()).any(|at| {
            matches!(reader.key(at), "labels" | "annotations" | "callouts")
                && (reader.key(at - 1) == "with" || reader.key(at - 2) == "with")
                && matches!(reader.key(at + 1), "" | "for" | "reading" | "saying")
        });
    // "human skeleton labelled"
    let closes = (2..=6).contains(&reader.len())
        && matches!(
            reader.key(reader.len() - 1),
            "labelled" | "labeled" | "annotated"
        );
    several
        || closes
        || tells_to_label(reader)
        || (1..reader.len()).any(|at| {
            matches!(reader.key(at), "labelled" | "labeled" | "beschriftet")
                && (reader.sep(at + 1, Sep::Colon)
                    || matches!(reader.key(at + 1), "with" | "parts"))
                && (at + 2..reader.len()).any(|i| reader.sep(i, Sep::Comma))
        })
}

/// "human eye side view, label Cornea, Pupil, Lens": three names or more that shall be written on what is drawn.
fn tells_to_label(reader: &Reader<'_>) -> bool {
    const NAMES_MIN: usize = 3;
    const WORDS_MAX: usize = 3;
    (2..reader.len()).any(|at| {
        let told = reader.key(at) == "label"
            && reader.is_lower(at)
            && (reader.is_sep(at - 1) || reader.key(at - 1) == "and")
            && !reader.sep(at + 1, Sep::Colon);
        let mut from = at + 1;
        let mut names = 0;
        while told && from < reader.len() {
            let end = reader.clause_end(from);
            if end == from || end - from > WORDS_MAX {
                break;
            }
            names += 1;
            if !reader.sep(end, Sep::Comma) {
                break;
            }
            from = end + 1;
        }
        names >= NAMES_MIN
    })
}

/// "human brain, labels "Frontal lobe", "Cerebellum"": names of parts behind the thing that has them, which is no package.
pub(super) fn labels_listed(reader: &Reader<'_>, at: usize) -> bool {
    const PACKAGES: &[&str] = &[
        "bottle",
        "jar",
        "box",
        "can",
        "wine",
        "beer",
        "jam",
        "honey",
        "candle",
        "soap",
        "package",
        "packaging",
        "tin",
        "bag",
        "product",
        "shipping",
        "address",
        "name",
        "gift",
        "clothing",
        "price",
        "food",
        "spice",
        "sauce",
        "coffee",
        "tea",
    ];
    let plural = matches!(reader.key(at), "labels" | "callouts");
    let parted = at >= 2 && (reader.is_sep(at - 1) || reader.key(at - 1) == "with");
    let list = at + 1 + usize::from(reader.sep(at + 1, Sep::Colon));
    let quoted = reader
        .tokens
        .get(list)
        .is_some_and(|token| token.quote().is_some());
    let several =
        (list..reader.len()).any(|i| reader.sep(i, Sep::Comma)) || reader.quoted.len() > 1;
    let packed = (0..at).any(|i| PACKAGES.contains(&reader.key(i).trim_end_matches('s')));
    plural && parted && several && !packed && (quoted || reader.is_capital(list))
}

/// "BINGO NIGHT!! every thursday 7pm @ the hall, £5 entry": day, hour, price and place without a word about the medium
/// are a notice.
pub(super) fn announces(reader: &Reader<'_>) -> bool {
    let any = |test: &dyn Fn(usize) -> bool| usize::from((0..reader.len()).any(test));
    let timed = any(&|at| reader.form(at) == Some(FormKind::Time));
    let dated = any(&|at| {
        let key = reader.key(at).trim_end_matches('s');
        reader.form(at) == Some(FormKind::Date)
            || key.len() > 5 && key.ends_with("day") && key != "birthday" && key != "holiday"
    });
    let priced = any(&|at| reader.form(at) == Some(FormKind::Price));
    let reached = any(&|at| {
        matches!(
            reader.form(at),
            Some(FormKind::Phone | FormKind::Url | FormKind::Email)
        )
    });
    let called = any(&|at| {
        matches!(
            reader.key(at),
            "entry" | "admission" | "rsvp" | "tickets" | "doors"
        )
    });
    // "book club - thursday nov 6 - 7pm - bring a friend": a few words, then facts parted by dashes or lines.
    let parts = (0..reader.len())
        .filter(|&at| reader.sep(at, Sep::Dash) || reader.sep(at, Sep::Line))
        .count();
    let noted = any(&|at| at == 0 && parts >= 3 && reader.clause_end(at) <= 5);
    timed + dated + priced + reached + called + noted >= 3
}

//! Cuts the prompt of a dashboard into clauses and tells what each of them is.

use super::{alerts, charts, figures, quoted};
use crate::forms::FormKind;
use crate::lexicon::lexicon;
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};
use crate::{ChartKind, Span};

/// Words of a figure's name, at most.
pub(super) const NAME_WORDS_MAX: usize = 5;

/// A clause that was understood.
pub(super) struct Told {
    /// The whole of it in the prompt.
    pub clause: Span,
    pub what: Clause,
}

pub(super) enum Clause {
    Figure {
        label: Span,
        value: Span,
        change: Option<Span>,
        /// The word before the colon under which it stands.
        group: Option<String>,
    },
    Chart {
        kind: ChartKind,
        name: Option<String>,
        points: Vec<(Span, Span)>,
    },
    Alert {
        text: Span,
        quoted: bool,
    },
    /// What the board is of: "team: Harbor Herons".
    Owner {
        text: Span,
    },
}

impl Told {
    pub fn is_figure(&self) -> bool {
        matches!(self.what, Clause::Figure { .. })
    }

    pub fn is_chart(&self) -> bool {
        matches!(&self.what, Clause::Chart { points, .. } if !points.is_empty())
    }
}

/// Tokens between two marks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk {
    pub from: usize,
    pub to: usize,
    /// A sentence begins with it.
    pub opens: bool,
    /// A colon or an opening bracket stands behind it.
    pub leads: bool,
    /// It stands in brackets.
    pub bracket: bool,
}

/// What the clauses behind a head are.
#[derive(Debug, Clone, PartialEq)]
enum Under {
    Nothing,
    Chart,
    Alerts,
    Group(String),
}

/// Reads one clause after the other.
struct Teller<'r, 'p> {
    reader: &'r Reader<'p>,
    out: Vec<Told>,
    under: Under,
    /// The words before a colon that may name the figure behind it.
    label: Option<Chunk>,
    /// What a list or a table is told to hold, where its rows stand behind further words ("agents").
    held: Option<String>,
}

/// Returns what every clause with a number says; none when one of them was not understood.
pub(super) fn read(reader: &Reader<'_>, known: Option<&Span>) -> Option<Vec<Told>> {
    let mut teller = Teller {
        reader,
        out: Vec::new(),
        under: Under::Nothing,
        label: None,
        held: None,
    };
    let mut chunks = chunks(reader);
    // What stands in the rows of a table is read.
    if let Some(known) = known {
        chunks.retain(|chunk| {
            let span = reader.span(chunk.from, chunk.to);
            span.end <= known.start || span.start >= known.end
        });
    }
    for chunk in &mut chunks {
        chunk.from += counted_tiles(reader, *chunk);
    }
    for (n, &chunk) in chunks.iter().enumerate() {
        teller.clause(chunk, chunks.get(n + 1).copied())?;
    }
    Some(teller.out)
}

impl Teller<'_, '_> {
    fn clause(&mut self, chunk: Chunk, next: Option<Chunk>) -> Option<()> {
        let reader = self.reader;
        if chunk.opens {
            self.under = Under::Nothing;
            self.label = None;
            self.held = None;
        }
        if let Some(named) = charts::named(reader, chunk) {
            let told = charts::head(reader, chunk, named)?;
            let follows = next.is_some_and(|next| {
                !next.opens
                    && (charts::is_moment(reader, next) || charts::is_share(reader, named, next))
            });
            self.under = if chunk.leads || told.is_chart() || follows {
                Under::Chart
            } else {
                Under::Nothing
            };
            self.out.push(told);
            return Some(());
        }
        let divided =
            charts::divided(reader, chunk).or_else(|| charts::divided_ahead(reader, chunk, next));
        if let Some(told) = divided {
            self.under = Under::Chart;
            self.out.push(told);
            return Some(());
        }
        if let Some(from) = alerts::head(reader, chunk) {
            self.under = Under::Alerts;
            if from < chunk.to {
                self.out
                    .extend(alerts::text(reader, Chunk { from, ..chunk }));
            }
            return Some(());
        }
        // "alert: freezer too warm, sales $4,210": what ends in a number tells another thing.
        let figure = is_number(reader, chunk.to - 1);
        if self.under == Under::Alerts && !figure {
            self.out.extend(alerts::text(reader, chunk));
            return Some(());
        }
        if self.under == Under::Alerts {
            self.under = Under::Nothing;
        }
        self.plain(chunk, next)
    }

    /// Whether a clause goes on behind a figure of its own sentence with a name and a number: no title stands there.
    fn among_figures(&self, chunk: Chunk) -> bool {
        !chunk.opens
            && !chunk.leads
            && self.out.last().is_some_and(Told::is_figure)
            && self.reader.tokens[chunk.from].is_word()
            && chunk.to - chunk.from <= NAME_WORDS_MAX
    }

    /// "humidity 61 %, soil moisture unknown": among figures, a name with the word for a state is one of them.
    fn reading(&self, chunk: Chunk) -> Option<Told> {
        let reader = self.reader;
        let last = chunk.to - 1;
        let stated = |at: usize| {
            let word = READINGS.contains(&reader.key(at))
                || crate::cells::is_state(reader.text(at, at + 1));
            // "status OK", "next rain Thursday", "next delivery 4 May"
            let moment =
                reader.form(at) == Some(FormKind::Date) || crate::forms::is_weekday(reader.key(at));
            word && (reader.is_lower(at) || reader.key(at) == "ok")
                || moment && reader.is_lower(chunk.from)
        };
        let among = self.among_figures(chunk);
        let (from, to) = trimmed(reader, chunk.from, last);
        let named = from == chunk.from
            && from < to
            && to == last
            && to - from <= NAME_WORDS_MAX
            && (from..last).all(|at| reader.tokens[at].is_word())
            && (from..chunk.to).all(|at| reader.tokens[at].quote().is_none());
        (among && named && stated(last)).then(|| Told {
            clause: reader.span(chunk.from, chunk.to),
            what: Clause::Figure {
                label: reader.span(from, to),
                value: reader.span(last, chunk.to),
                change: None,
                group: None,
            },
        })
    }

    /// A clause that is no chart and no alert.
    fn plain(&mut self, chunk: Chunk, next: Option<Chunk>) -> Option<()> {
        let reader = self.reader;
        // "upcoming birthdays: Karim 3 May", "pumps: Pump A running": in a list, a day or a state stands for a figure.
        let dated = matches!(self.under, Under::Group(_))
            && chunk.to > chunk.from + 1
            && (reader.form(chunk.to - 1) == Some(FormKind::Date)
                || READINGS.contains(&reader.key(chunk.to - 1))
                || crate::cells::is_state(reader.text(chunk.to - 1, chunk.to)))
            // "Femi 17 solved" counts what was solved.
            && (chunk.to == chunk.from + 2 || !is_number(reader, chunk.to - 2))
            && !chunk.leads;
        if let (true, Under::Group(group)) = (dated, &self.under) {
            let (from, to) = trimmed(reader, chunk.from, chunk.to - 1);
            if from < to && to - from <= NAME_WORDS_MAX {
                self.out.push(Told {
                    clause: reader.span(chunk.from, chunk.to),
                    what: Clause::Figure {
                        label: reader.span(from, to),
                        value: reader.span(chunk.to - 1, chunk.to),
                        change: None,
                        group: Some(group.clone()),
                    },
                });
                return Some(());
            }
        }
        let numbered = (chunk.from..chunk.to).any(|at| is_number(reader, at));
        if !numbered && let Some(told) = self.reading(chunk) {
            self.out.push(told);
            return Some(());
        }
        if let Some(told) = quoted::figure(reader, chunk) {
            self.out.push(told);
            return Some(());
        }
        let mut quotes = (chunk.from..chunk.to).filter(|&at| reader.tokens[at].quote().is_some());
        if let Some(quote) = quotes.next() {
            // Figures in quotes are read elsewhere.
            let text = reader.text(quote, quote + 1);
            let figure = text
                .trim_start_matches(['+', '-', '−', '$', '€', '£', '¥'])
                .starts_with(|c: char| c.is_ascii_digit());
            return (!figure && !numbered).then_some(());
        }
        if chunk.leads && !chunk.bracket && !(numbered && figures::is_named_figure(reader, chunk)) {
            // "a list of agents with how many they solved: Rosa 34"
            // "tableau de bord ventes: …": what stands right behind the word for the board names the whole of it.
            let whole = chunk.from > 0 && reader.uses[chunk.from - 1] == crate::reader::Use::Genre;
            if let Some(name) = group(reader, chunk).or_else(|| self.held.take())
                && !whole
            {
                self.under = Under::Group(name);
            }
            self.label = (!numbered).then_some(chunk);
            return Some(());
        }
        if !numbered && lists(reader, chunk) {
            self.held = group(reader, chunk);
        }
        let label = self.label.take();
        if let Some(told) = label.and_then(|label| quoted::owner(reader, label, chunk)) {
            self.out.push(told);
            return Some(());
        }
        let known = !numbered
            || heads(reader, chunk)
                && !self.among_figures(chunk)
                && !next.is_some_and(|next| alike(reader, chunk, next))
            || chunk.bracket && figures::take_change(reader, chunk, &mut self.out)
            || self.under == Under::Chart && charts::take_points(reader, chunk, &mut self.out)
            || figures::is_instruction(reader, chunk);
        if known {
            return Some(());
        }
        let mut chunk = chunk;
        if let Some(begins) = rows_begin(reader, chunk).or_else(|| named_rows(reader, chunk, next))
        {
            if let Some(name) = group(
                reader,
                Chunk {
                    to: begins,
                    ..chunk
                },
            ) {
                self.under = Under::Group(name);
            }
            chunk.from = begins;
        }
        let group = match &self.under {
            Under::Group(name) => Some(name.clone()),
            _ => None,
        };
        let told = figures::figures(reader, chunk, label, group)?;
        self.out.extend(told);
        Some(())
    }
}

/// Words for what an instrument shows that is no number, lower case.
const READINGS: &[&str] = &[
    "unknown",
    "normal",
    "ok",
    "good",
    "fair",
    "poor",
    "high",
    "low",
    "moderate",
    "excellent",
    "stable",
    "nominal",
    "n/a",
    "none",
    "critical",
    "optimal",
    "ready",
    "idle",
    "empty",
    "full",
];

/// "ICU 18/20, Surgery 42/50": whether two clauses of one sentence are both words with a number behind them.
fn alike(reader: &Reader<'_>, chunk: Chunk, next: Chunk) -> bool {
    let counted = |chunk: Chunk| {
        let number = (chunk.from..chunk.to).find(|&at| is_number(reader, at));
        number.is_some_and(|at| {
            at > chunk.from
                && chunk.to - at <= 2
                && (chunk.from..at).all(|i| reader.tokens[i].is_word())
        })
    };
    !next.opens && !chunk.leads && counted(chunk) && counted(next)
}

/// Whether a clause is a title that was read before.
fn heads(reader: &Reader<'_>, chunk: Chunk) -> bool {
    let span = reader.span(chunk.from, chunk.to);
    let title = |role| matches!(role, crate::Role::Title | crate::Role::Subtitle);
    reader
        .brief
        .literals
        .iter()
        .any(|l| title(l.role) && l.span.start >= span.start && l.span.end == span.end)
}

/// "top pages /home 6.1k, /pricing 3.8k", "holdings BTC 0.31, ETH 2.4": where the first row begins behind the word for
/// things, when the next clause is a row like it.
fn named_rows(reader: &Reader<'_>, chunk: Chunk, next: Option<Chunk>) -> Option<usize> {
    const WORDS_MAX: usize = 2;
    let ranked = matches!(
        reader.key(chunk.from),
        "top" | "latest" | "recent" | "best" | "newest" | "upcoming" | "biggest"
    );
    let plural = |at: usize| reader.is_lower(at) && reader.key(at).ends_with('s');
    let noun = (chunk.from + usize::from(ranked)..chunk.to)
        .take(WORDS_MAX)
        .find(|&at| plural(at))?;
    let begins = noun + 1;
    let numbers = |chunk: Chunk| {
        (chunk.from..chunk.to)
            .filter(|&at| is_number(reader, at))
            .count()
    };
    let row = |from: usize, to: usize| {
        to > from + 1
            && to - from <= NAME_WORDS_MAX + 1
            && is_number(reader, to - 1)
            && !is_number(reader, from)
            && (ranked || reader.is_capital(from) || is_host(reader, from))
    };
    let next = next.filter(|next| !next.opens && numbers(*next) == 1)?;
    (numbers(chunk) == 1 && row(begins, chunk.to) && row(next.from, next.to)).then_some(begins)
}

/// "web-01": the name of a machine, told by its number.
fn is_host(reader: &Reader<'_>, at: usize) -> bool {
    let text = reader.text(at, at + 1);
    text.contains('-') && text.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a clause speaks of a list or a table.
fn lists(reader: &Reader<'_>, chunk: Chunk) -> bool {
    (chunk.from..chunk.to).any(|at| {
        lexicon()
            .components
            .at(&reader.tokens, at)
            .is_some_and(|(_, component)| {
                matches!(component, crate::Component::Table | crate::Component::List)
            })
    })
}

/// "table recent signups Acme Pro $99": where the first row begins behind the word for a table or a list.
fn rows_begin(reader: &Reader<'_>, chunk: Chunk) -> Option<usize> {
    let (len, component) = lexicon().components.at(&reader.tokens, chunk.from)?;
    let rows = matches!(component, crate::Component::Table | crate::Component::List);
    (chunk.from + len..chunk.to)
        .find(|&at| reader.is_capital(at))
        .filter(|_| rows)
}

/// The stretches between separators behind the words for the genre.
pub(super) fn chunks(reader: &Reader<'_>) -> Vec<Chunk> {
    // The word for a chart may stand anywhere.
    let board = reader.brief.genre == crate::Genre::Dashboard;
    let start = reader
        .brief
        .genre_span
        .as_ref()
        .filter(|_| board)
        .and_then(|span| (0..reader.len()).find(|&at| reader.tokens[at].span.start >= span.end))
        .unwrap_or(0);
    let mut out = Vec::new();
    let (mut from, mut opens, mut bracket) = (start, true, false);
    for at in start..=reader.len() {
        let joint = at < reader.len() && parts(reader, at);
        if at < reader.len() && !joint {
            continue;
        }
        let leads = reader.sep(at, Sep::Colon) || reader.sep(at, Sep::Open);
        if from < at {
            out.push(Chunk {
                from,
                to: at,
                opens,
                leads,
                bracket,
            });
            opens = false;
        }
        if reader.sep(at, Sep::Open) {
            bracket = true;
        } else if reader.sep(at, Sep::Close) {
            bracket = false;
        }
        if reader.ends_sentence(at) {
            opens = true;
        }
        from = at + 1;
    }
    out
}

/// Whether a token parts two clauses.
fn parts(reader: &Reader<'_>, at: usize) -> bool {
    // "for our helpdesk — open tickets 48": a dash between words goes on with another thing.
    let spaced = at > 0
        && reader.sep(at, Sep::Dash)
        && matches!(reader.text(at, at + 1), "—" | "–" | "-" | "--")
        && reader.tokens[at - 1].is_word()
        && reader.tokens[at - 1].span.end < reader.tokens[at].span.start
        && reader.is_lower(at + 1);
    if spaced {
        return true;
    }
    if joins_points(reader, at) {
        return true;
    }
    if reader.is_sep(at) {
        let marks = [Sep::Slash, Sep::Dash, Sep::Other];
        return !marks.iter().any(|mark| reader.sep(at, *mark));
    }
    reader.is_lower(at)
        && matches!(
            reader.key(at),
            "and" | "&" | "plus" | "with" | "showing" | "shows" | "including" | "then"
        )
}

/// "6 Uhr 0,2 / 9 Uhr 2,8": a slash with blanks around it between a figure and the next name with its figure.
fn joins_points(reader: &Reader<'_>, at: usize) -> bool {
    let spaced = reader.sep(at, Sep::Slash)
        && at > 0
        && at + 2 < reader.len()
        && reader.tokens[at - 1].span.end < reader.tokens[at].span.start
        && reader.tokens[at].span.end < reader.tokens[at + 1].span.start;
    let named = |at: usize| reader.tokens[at].is_word() || reader.form(at) == Some(FormKind::Time);
    spaced && is_number(reader, at - 1) && named(at + 1) && is_number(reader, at + 2)
}

/// "last 24h", "past 30 days": how far back a chart reaches.
pub(super) fn is_reach(reader: &Reader<'_>, at: usize) -> bool {
    at > 0
        && reader.is_lower(at - 1)
        && matches!(
            reader.key(at - 1),
            "last" | "past" | "previous" | "trailing" | "next"
        )
}

/// A number, or a value by its form.
pub(super) fn is_number(reader: &Reader<'_>, at: usize) -> bool {
    if is_reach(reader, at) {
        return false;
    }
    match reader.tokens[at].kind {
        Kind::Number => true,
        // "Brake pads 8k" is a figure, "in 8K" the size of a picture.
        Kind::Form(FormKind::Canvas) => {
            at > 0
                && reader.tokens[at - 1].is_word()
                && !matches!(reader.key(at - 1), "in" | "at" | "resolution")
                && reader.text(at, at + 1).ends_with('k')
        }
        Kind::Form(kind) => !matches!(
            kind,
            FormKind::Canvas
                | FormKind::Hex
                | FormKind::Url
                | FormKind::Email
                | FormKind::Handle
                | FormKind::Hashtag
                | FormKind::Date
                | FormKind::Code
        ),
        _ => false,
    }
}

/// "three KPI cards Leads 90", "2 stat tiles Visits 900": how many words count the tiles before the first of them.
fn counted_tiles(reader: &Reader<'_>, chunk: Chunk) -> usize {
    const KINDS_MAX: usize = 2;
    let Some((len, _)) = crate::numbers::count_at(&reader.tokens, chunk.from) else {
        return 0;
    };
    let tiles = (chunk.from + len..chunk.to.min(chunk.from + len + KINDS_MAX + 1)).find(|&at| {
        matches!(
            reader.key(at),
            "cards" | "tiles" | "boxes" | "widgets" | "stats" | "kpis" | "metrics" | "figures"
        )
    });
    tiles
        .filter(|&at| reader.is_lower(at) || reader.key(at) == "kpis")
        .filter(|&at| at + 1 < chunk.to && reader.is_capital(at + 1))
        .map_or(0, |at| at + 1 - chunk.from)
}

/// Takes small words off both ends.
pub(super) fn trimmed(reader: &Reader<'_>, mut from: usize, mut to: usize) -> (usize, usize) {
    let small = |at: usize| {
        reader.is_sep(at)
            || lexicon().stops.contains_key(reader.key(at))
                && reader.is_lower(at)
                && !matches!(reader.key(at), "no" | "not" | "all")
    };
    while from < to && small(from) {
        from += 1;
    }
    while from < to && small(to - 1) {
        to -= 1;
    }
    (from, to)
}

/// The words for what stands behind a colon: "3 hives", "holdings", "top products"; in lower case, the last one a plural.
fn group(reader: &Reader<'_>, chunk: Chunk) -> Option<String> {
    const WORDS_MAX: usize = 3;
    // "Agents list: …": what opens a sentence has a capital of the sentence.
    let opened = chunk.opens
        && chunk.to == chunk.from + 2
        && matches!(reader.key(chunk.to - 1), "list" | "table")
        && reader.key(chunk.from).ends_with('s');
    if opened {
        return Some(reader.keys(chunk.from, chunk.from + 1));
    }
    let plural = |at: usize| {
        reader.tokens[at].is_word() && reader.is_lower(at) && reader.key(at).ends_with('s')
    };
    let last = (chunk.from..chunk.to).rev().find(|&at| plural(at))?;
    let mut from = last;
    while from > chunk.from
        && last - from + 1 < WORDS_MAX
        && reader.is_lower(from - 1)
        && reader.tokens[from - 1].is_word()
        && !lexicon().stops.contains_key(reader.key(from - 1))
        && lexicon().components.at(&reader.tokens, from - 1).is_none()
    {
        from -= 1;
    }
    Some(reader.keys(from, last + 1))
}

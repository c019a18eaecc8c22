//! Reads tables that are told group by group: "Basic, Pro. price $9, $29; users 1, 10", "Central Station 7:05 7:35".

mod blanks;
mod criteria;
mod heads;
mod lessons;
mod named;
mod rowed;
pub(crate) mod rows;
mod ruled;
mod sided;
mod slashed;
#[cfg(test)]
mod tests;
mod timed;
mod told;
mod unspaced;

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

/// A table as it was told. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    pub title: Option<usize>,
    /// Heads of the columns, the label column left out.
    pub heads: Vec<usize>,
    /// Label and cells of each row.
    pub rows: Vec<(Option<usize>, Vec<usize>)>,
    /// Whether the rows are sides that stand against each other, each with its points.
    pub sides: bool,
    /// Rows that the prompt sets apart ("make it red").
    pub marked: Vec<usize>,
    /// First and last day (0 is Monday) when every row holds on each of them.
    pub days: Option<(u32, u32)>,
}

/// Fills the grid of a table or a comparison where the prompt tells one clearly.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre == Genre::Infographic && told::compares(brief) {
        // "infographic comparing cats and dogs: …": sides that are told in turn stand against each other.
        brief.genre = Genre::ComparisonTable;
        brief.literals.clear();
        brief.tree.clear();
        brief.lists.clear();
        brief.pairs.clear();
    }
    told_once(brief);
    let lower = lowered(&brief.prompt);
    let tabled = match brief.genre {
        Genre::Table | Genre::ComparisonTable => true,
        Genre::Slide => lower.contains("comparing") || lower.contains("comparison"),
        Genre::Label => rowed::tells_nutrition(brief, &lower),
        // "school lunch menu for the week, table. 'Monday' 'Fish pie', …"
        Genre::Menu => lower.contains("table") && rowed::tells_days(brief),
        _ => false,
    };
    if !tabled || !brief.records.is_empty() {
        return;
    }
    if multiplies(&lower) {
        brief
            .literals
            .retain(|l| l.origin == Origin::Quoted || l.text.contains(char::is_alphabetic));
        return;
    }
    if brief.genre == Genre::Menu {
        brief.genre = Genre::Table;
        brief.subject = brief.headline.take().or(brief.subject.take());
        brief.literals.retain(|l| l.origin == Origin::Quoted);
    }
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    let Some(mut grid) = laid(brief, &mut desk, &lower) else {
        return;
    };
    grid.title = title(brief, &mut desk, &lower).or(grid.title);
    without_head_for_subject(brief, &grid, &desk);
    if brief.genre == Genre::Label {
        brief.genre = Genre::Table;
    }
    if grid.sides || brief.genre == Genre::Slide {
        brief.genre = Genre::ComparisonTable;
    }
    brief.literals = desk.literals;
    brief.tree.clear();
    brief.pairs.clear();
    brief.lists.clear();
    // What stands in the cells is named, not drawn.
    brief.objects.clear();
    brief.relations.clear();
    brief.slide = None;
    brief.grid = Some(grid);
}

/// `Renting vs Buying, …, heading "Renting vs Buying"`: sides that are quoted again are the title, and stand there once.
fn told_once(brief: &mut Brief) {
    if brief.genre != Genre::ComparisonTable {
        return;
    }
    let quoted = |l: &crate::Literal| l.origin == Origin::Quoted;
    let again = brief.literals.iter().position(|l| {
        let same = |other: &crate::Literal| quoted(other) && other.text == l.text;
        l.role == Role::Title && !quoted(l) && brief.literals.iter().any(same)
    });
    let Some(at) = again else { return };
    let text = brief.literals[at].text.clone();
    brief.remove_literal(at);
    if let Some(kept) = brief.literals.iter_mut().find(|l| l.text == text) {
        kept.role = Role::Title;
    }
}

/// "multiplication table 1-10": the numbers say how far it goes.
fn multiplies(lower: &str) -> bool {
    [
        "multiplication table",
        "times table",
        "multiplication chart",
    ]
    .iter()
    .any(|name| lower.contains(name))
}

/// Whether a table tells what things cost, so that "3.50" is no hour.
fn prices(brief: &Brief) -> bool {
    let priced = |word: &str| {
        matches!(
            word,
            "price" | "prices" | "pricing" | "rate" | "rates" | "fee" | "fees" | "cost" | "costs"
        )
    };
    brief.topic.iter().any(|word| priced(word))
}

/// Reads the grid in the first manner of telling that fits, its texts laid on `desk`.
fn laid(brief: &mut Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let mut groups = groups(brief, lower);
    heads::heads_before_rows(&mut groups, &brief.prompt, lower);
    let quoted = brief
        .literals
        .iter()
        .filter(|l| l.origin == Origin::Quoted)
        .count();
    let bare = brief.genre == Genre::ComparisonTable && brief.tree.is_empty() && quoted == 0;
    let table = brief.genre == Genre::Table;
    if brief.genre == Genre::Label {
        return rowed::nutrition(brief, desk, lower);
    }
    if let Some(grid) = lessons::read(brief, desk, lower).filter(|_| table && quoted == 0) {
        return Some(grid);
    }
    let told =
        rows::read(brief, desk, lower).filter(|_| table || rows::names_models(&brief.prompt));
    if told.is_none() {
        desk.literals.clear();
    }
    let told = told
        .or_else(|| rowed::facing(brief, desk, lower).filter(|_| bare))
        .or_else(|| {
            // What an earlier manner laid there and did not keep.
            desk.literals.clear();
            slashed::columned(brief, desk, lower).filter(|_| bare)
        })
        .or_else(|| {
            slashed::priced(brief, desk, lower).filter(|_| brief.genre == Genre::ComparisonTable)
        })
        .or_else(|| unspaced::read(brief, desk, lower).filter(|_| quoted == 0))
        .or_else(|| named::read(brief, desk, lower).filter(|_| quoted == 0))
        .or_else(|| slashed::versus(brief, desk, lower).filter(|_| bare));
    if told.is_none() {
        desk.literals.clear();
    }
    let told = told.or_else(|| rowed::days(brief, desk).filter(|_| table));
    told.or_else(|| told::read(brief, desk).filter(|_| bare))
        .or_else(|| criteria::read(brief, desk, lower).filter(|_| bare))
        .or_else(|| bare.then(|| blanks::read(brief, desk, lower))?)
        .or_else(|| blanks::quoted(brief, desk, lower))
        .or_else(|| sided::quoted(brief, desk, lower))
        .or_else(|| sided::facing(brief, desk, lower).filter(|_| quoted == 0))
        .inspect(|_| {
            // What is compared is named, not drawn.
            brief.objects.clear();
            brief.relations.clear();
        })
        .or_else(|| ruled::quoted(brief, desk, lower))
        .or_else(|| slashed::read(brief, desk, lower))
        .or_else(|| ruled::first_row(brief, desk).filter(|_| quoted == 0))
        .or_else(|| slashed::headed(brief, desk).filter(|_| table))
        .or_else(|| slashed::barred(brief, desk, lower))
        .or_else(|| sides(&groups, desk, lower))
        .or_else(|| columns(&groups, desk, lower).filter(|_| !weighs(&groups, lower)))
        .or_else(|| change(&groups, desk, lower))
        .or_else(|| timed::valued(&groups, desk, lower, prices(brief)).filter(|_| table))
        .or_else(|| timed::timed(&groups, desk, lower))
        .filter(|_| quoted <= 1 || in_quotes(desk))
}

/// "comparison of tea and milk: …": one of the heads is not what all is about.
fn without_head_for_subject(brief: &mut Brief, grid: &Grid, desk: &Brief) {
    let heads = grid
        .heads
        .iter()
        .chain(grid.rows.iter().filter_map(|row| row.0.as_ref()));
    let headed: Vec<String> = heads.map(|&at| lowered(&desk.literals[at].text)).collect();
    let subject = brief.subject.as_deref().map(lowered);
    if subject.is_some_and(|subject| headed.contains(&subject)) {
        brief.subject = None;
    }
}

/// Puts the title on `desk` unless its words stand in a cell; returns its place there.
fn title(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<usize> {
    // "Heading: Why switch?": the word before it tells what it is, however it was found.
    let told = |l: &crate::Literal| {
        let before = lower[..l.span.start].trim_end_matches([' ', ':']);
        ["title", "heading", "headline"]
            .iter()
            .any(|word| before.ends_with(word))
    };
    let titled =
        |l: &&crate::Literal| l.role == Role::Title && (l.origin <= Origin::Introduced || told(l));
    let quoted = |l: &&crate::Literal| l.origin == Origin::Quoted;
    // `highlight Pro as "Most popular"`: it stands with the column.
    let called = |l: &&crate::Literal| {
        let before = lower[..l.span.start].trim_end_matches(['"', '“', '\'', ' ']);
        before.ends_with(" as")
    };
    let given = brief
        .literals
        .iter()
        .find(|l| titled(l) && !called(l))
        .or_else(|| brief.literals.iter().find(|l| quoted(l) && !called(l)));
    let free = |desk: &Brief, span: &Span| !desk.literals.iter().any(|l| l.meets(span));
    let Some(given) = given else {
        let span = headline(brief, lower).filter(|span| free(desk, span))?;
        return Some(add(desk, span, Role::Title));
    };
    if !free(desk, &given.span) {
        return None;
    }
    desk.literals.push(crate::Literal {
        role: Role::Title,
        ..given.clone()
    });
    Some(desk.literals.len() - 1)
}

/// Whether a grid was made of texts in quotes.
fn in_quotes(desk: &Brief) -> bool {
    desk.literals.iter().any(|l| l.origin == Origin::Quoted)
}

/// A grid whose rows have labels, with its texts put on the desk.
fn labelled(desk: &mut Brief, heads: Vec<Span>, rows: Vec<(Span, Vec<Span>)>) -> Grid {
    let heads = heads
        .into_iter()
        .map(|span| add(desk, span, Role::Column))
        .collect();
    let rows = rows
        .into_iter()
        .map(|(label, cells)| {
            let label = add(desk, label, Role::Label);
            let cells = cells
                .into_iter()
                .map(|cell| add(desk, cell, Role::Value))
                .collect();
            (Some(label), cells)
        })
        .collect();
    Grid {
        heads,
        rows,
        ..Grid::default()
    }
}

/// A stretch between full stops, semicolons and line breaks: its head before a colon or dash, and its items.
struct Group {
    head: Option<Span>,
    items: Vec<Span>,
}

fn groups(brief: &Brief, lower: &str) -> Vec<Group> {
    let start = brief.genre_span.as_ref().map_or(0, |s| s.end);
    let mut out: Vec<Group> = Vec::new();
    let mut last = start;
    for clause in clauses(&brief.prompt, start) {
        let gap = &lower[last.min(clause.start)..clause.start];
        let opens = out.is_empty() || gap.contains(['.', ';', '\n']);
        last = clause.end;
        let mut span = clause;
        let mut head = None;
        let text = &lower[span.clone()];
        let mark = [": ", " - ", " – ", " — "]
            .iter()
            .filter_map(|m| text.find(m).map(|at| (at, m.len())))
            .min();
        if let Some((at, len)) = mark {
            head = trimmed(&brief.prompt, span.start..span.start + at);
            span = span.start + at + len..span.end;
            // "before and after: before - slow": the last mark heads the items.
            let rest = &lower[span.clone()];
            if let Some((at, len)) = [": ", " - ", " – "]
                .iter()
                .filter_map(|m| rest.find(m).map(|at| (at, m.len())))
                .min()
            {
                head = trimmed(&brief.prompt, span.start..span.start + at);
                span = span.start + at + len..span.end;
            }
        }
        let Some(span) = trimmed(&brief.prompt, span) else {
            continue;
        };
        let titled = brief.literals.iter().any(|l| {
            l.role == Role::Title
                && l.origin == Origin::Quoted
                && span.end >= l.span.end
                && span.start <= l.span.start
        });
        if titled {
            continue;
        }
        let wish = crate::slide::is_wish(&lower[span.clone()]);
        if wish {
            continue;
        }
        let span = match lower[span.clone()].strip_prefix("and ") {
            Some(rest) => span.end - rest.len()..span.end,
            None => span,
        };
        match out.last_mut() {
            Some(group) if !opens && head.is_none() => group.items.push(span),
            _ => out.push(Group {
                head,
                items: vec![span],
            }),
        }
    }
    out
}

/// "before - slow, dear. after - fast, cheap": two or three heads with points.
fn sides(groups: &[Group], desk: &mut Brief, lower: &str) -> Option<Grid> {
    let told: Vec<&Group> = groups
        .iter()
        .filter(|g| g.head.is_some() && !g.items.is_empty())
        .collect();
    let short = |span: &Span| lower[span.clone()].split_whitespace().count() <= 4;
    let points = told.iter().map(|g| g.items.len()).max().unwrap_or(0);
    if !(2..=4).contains(&told.len())
        || told.len() != groups.len()
        || points < 2
        || !told.iter().all(|g| g.head.as_ref().is_some_and(short))
    {
        return None;
    }
    let rows = told
        .iter()
        .map(|g| {
            let head = g.head.clone().map(|s| add(desk, s, Role::Column));
            (
                head,
                g.items
                    .iter()
                    .map(|s| add(desk, s.clone(), Role::Item))
                    .collect(),
            )
        })
        .collect();
    Some(Grid {
        rows,
        sides: true,
        ..Grid::default()
    })
}

/// "Basic, Pro, Team. price $9, $29, $99; users 1, 10, 50": heads, then rows that begin with their label.
fn columns(groups: &[Group], desk: &mut Brief, lower: &str) -> Option<Grid> {
    let (heads, rest) = groups.split_first()?;
    let k = heads.items.len();
    if k < 2 || rest.is_empty() || !rest.iter().all(|g| g.items.len() == k) {
        return None;
    }
    let mut rows = Vec::new();
    for group in rest {
        let first = group.items[0].clone();
        let (label, value) = match &group.head {
            Some(head) => (head.clone(), first),
            None => {
                let at = lower[first.clone()].find(' ')?;
                (
                    first.start..first.start + at,
                    first.start + at + 1..first.end,
                )
            }
        };
        let label = add(desk, trimmed(&desk.prompt.clone(), label)?, Role::Label);
        let mut cells = vec![add(
            desk,
            trimmed(&desk.prompt.clone(), value)?,
            Role::Value,
        )];
        cells.extend(
            group.items[1..]
                .iter()
                .map(|s| add(desk, s.clone(), Role::Value)),
        );
        rows.push((Some(label), cells));
    }
    let heads = heads
        .items
        .iter()
        .map(|s| add(desk, s.clone(), Role::Column))
        .collect();
    Some(Grid {
        heads,
        rows,
        ..Grid::default()
    })
}

/// "pros cheap, cozy; cons small, far": groups that begin with a side of a scale are its points, no columns.
fn weighs(groups: &[Group], lower: &str) -> bool {
    const SIDES: &[&str] = &[
        "pros ",
        "cons ",
        "advantages ",
        "disadvantages ",
        "strengths ",
        "weaknesses ",
    ];
    groups.iter().any(|group| {
        let first = group.items.first().map_or("", |item| &lower[item.clone()]);
        SIDES.iter().any(|side| first.starts_with(side))
    })
}

/// "before and after: load time 8s to 1.2s, bounce rate 61% to 34%".
fn change(groups: &[Group], desk: &mut Brief, lower: &str) -> Option<Grid> {
    let heads = [lower.find("before")?, lower.find("after")?];
    let items: Vec<Span> = groups
        .iter()
        .flat_map(|g| g.items.iter().cloned())
        .collect();
    let mut rows = Vec::new();
    for item in &items {
        let text = &lower[item.clone()];
        let link = text.find(" to ").or_else(|| text.find(" → "))?;
        let len = if text[link..].starts_with(" to ") {
            4
        } else {
            " → ".len()
        };
        let start = text[..link].rfind(' ')?;
        let value = &text[start + 1..link];
        value.contains(|c: char| c.is_ascii_digit()).then_some(())?;
        rows.push([
            item.start..item.start + start,
            item.start + start + 1..item.start + link,
            item.start + link + len..item.end,
        ]);
    }
    if rows.is_empty() {
        return None;
    }
    let heads =
        [(heads[0], 6), (heads[1], 5)].map(|(at, len)| add(desk, at..at + len, Role::Column));
    let rows = rows
        .into_iter()
        .map(|[name, from, to]| {
            let name = add(desk, name, Role::Label);
            (
                Some(name),
                vec![add(desk, from, Role::Value), add(desk, to, Role::Value)],
            )
        })
        .collect();
    Some(Grid {
        heads: heads.to_vec(),
        rows,
        ..Grid::default()
    })
}

/// "bus timetable line 42: …": what stands between the genre and the colon.
fn headline(brief: &Brief, lower: &str) -> Option<Span> {
    let end = brief.genre_span.as_ref()?.end;
    let colon = lower[end..].find(": ")?;
    let span = trimmed(&brief.prompt, end..end + colon)?;
    let text = &lower[span.clone()];
    let words = text.split(' ').count();
    let plain = [
        "for ",
        "of ",
        "with ",
        "monday",
        "in ",
        "between ",
        "comparing",
        "showing ",
    ]
    .iter()
    .any(|w| text.starts_with(w))
        || text.ends_with(" plans")
        || text.ends_with(" tiers");
    (words <= 4 && !plain && text.contains(|c: char| c.is_ascii_digit())).then_some(span)
}

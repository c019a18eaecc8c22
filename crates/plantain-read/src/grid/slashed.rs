//! Tables whose cells stand between slashes: "Basic, Plus and Pro: storage 10 GB / 100 GB / 1 TB, users 1 / 5 / unlimited".

use super::Grid;
use crate::outline::{add, clauses, trimmed};
use crate::{Brief, Role, Span};

/// Most words of a name at the head of a column.
const HEAD_WORDS_MAX: usize = 4;

/// Words before the names of the columns.
const LEADS: &[&str] = &[
    "of ",
    "for ",
    "between ",
    "comparing ",
    "compare ",
    "de ",
    "entre ",
    "von ",
    "zwischen ",
    "di ",
    "tra ",
    "van ",
    "tussen ",
    "planów ",
    "the ",
];

/// Reads names before a colon and, behind it, rows of as many cells between slashes.
pub(super) fn read(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    // "comparison: train vs plane - price 49 / 89"
    let start =
        start + lower.get(start..)?.len() - lower[start..].trim_start_matches([':', ' ']).len();
    let (end, from) = [": ", " - ", " – ", " — ", "：", ":\n", ". ", "\n"]
        .iter()
        .filter_map(|mark| {
            lower[start..]
                .find(mark)
                .map(|at| (start + at, start + at + mark.len()))
        })
        .min()?;
    let heads: Vec<Span> = names(brief, lower, start..end)?
        .into_iter()
        .map(|head| without_medium(lower, head))
        .collect();
    let mut rows: Vec<(Span, Vec<Span>)> = Vec::new();
    for clause in clauses(&brief.prompt, from) {
        let text = &lower[clause.clone()];
        let lead = ["rows: ", "rows "]
            .iter()
            .find(|lead| text.starts_with(**lead));
        let clause = clause.start + lead.map_or(0, |lead| lead.len())..clause.end;
        if directs(&lower[clause.clone()]) {
            continue;
        }
        match row(&brief.prompt, clause.clone(), heads.len()) {
            Some(found) => rows.push(found),
            None if crate::slide::is_wish(&lower[clause]) => {}
            None => return None,
        }
    }
    if rows.len() < 2 {
        return None;
    }
    Some(super::labelled(desk, heads, rows))
}

/// "columns Free, Pro, Family. rows: Devices 1 / 5 / 12, Price $0 / $5 / $9": columns and rows by their names.
pub(super) fn columned(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let from = lower.find("columns")? + "columns".len();
    let from = from + lower[from..].len() - lower[from..].trim_start_matches([':', ' ']).len();
    let end = from + lower[from..].find(['.', ';', '\n'])?;
    let heads = names(brief, lower, from..end)?;
    let rows = end + lower[end..].find("rows")? + "rows".len();
    let rows = rows + lower[rows..].len() - lower[rows..].trim_start_matches([':', ' ']).len();
    let rows: Vec<(Span, Vec<Span>)> = clauses(&brief.prompt, rows)
        .into_iter()
        .map_while(|clause| row(&brief.prompt, clause, heads.len()))
        .collect();
    (rows.len() >= 2).then(|| super::labelled(desk, heads, rows))
}

/// "3 plans: Free $0, Pro $12, Team $29 /month. rows Storage 2 GB / 100 GB / 1 TB, …": plans whose prices stand with their
/// names; so does what a text in quotes calls one of them.
pub(super) fn priced(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let from = ["plans: ", "tiers: ", "packages: "]
        .iter()
        .find_map(|lead| lower.find(lead).map(|at| at + lead.len()))?;
    let rows = from + lower[from..].find("rows")? + "rows".len();
    let end = rows - "rows".len();
    let heads: Vec<Span> = clauses(&brief.prompt[..end], from);
    let priced = |head: &Span| {
        brief.prompt[head.clone()]
            .contains(|c: char| c.is_ascii_digit() || crate::tokens::is_currency(c))
    };
    if !heads.iter().all(priced) {
        return None;
    }
    let skip = lower[rows..].len() - lower[rows..].trim_start_matches([':', ' ']).len();
    let found: Vec<(Span, Vec<Span>)> = clauses(&brief.prompt, rows + skip)
        .into_iter()
        .map_while(|clause| row(&brief.prompt, clause, heads.len()))
        .collect();
    if found.len() < 2 || heads.len() < 2 {
        return None;
    }
    let grid = super::labelled(desk, heads, found);
    called(brief, desk, lower, &grid);
    Some(grid)
}

/// `highlight Pro as "Most popular"`: puts the text behind the name of its column.
fn called(brief: &Brief, desk: &mut Brief, lower: &str, grid: &Grid) {
    for quote in crate::quotes::find(&brief.prompt, &[]) {
        let before = lower[..quote.outer.start].trim_end();
        let Some(before) = before.strip_suffix(" as") else {
            continue;
        };
        let text = &brief.prompt[quote.inner.clone()];
        for &head in &grid.heads {
            let name = desk.literals[head].text.to_lowercase();
            let name = name.split(' ').next().unwrap_or_default();
            if before.ends_with(name) {
                desk.literals[head].text = format!("{} – {text}", desk.literals[head].text);
            }
        }
    }
}

/// "conversions: kg/lb 1/2.2, 5/11, 10/22": names that slashes part, then rows of as many figures.
pub(super) fn headed(brief: &Brief, desk: &mut Brief) -> Option<Grid> {
    let prompt = &brief.prompt;
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let body = start + prompt.get(start..)?.find([':', '：'])? + 1;
    let mut all = clauses(prompt, body).into_iter();
    let first = all.next()?;
    let text = &prompt[first.clone()];
    // The first row may follow the names with nothing but a blank between.
    let end = text
        .find(|c: char| c.is_ascii_digit())
        .map_or(first.end, |at| first.start + at);
    let heads = cells_of(prompt, trimmed(prompt, first.start..end)?)?;
    let mut rows = Vec::new();
    for row in trimmed(prompt, end..first.end).into_iter().chain(all) {
        let cells = cells_of(prompt, row.clone())?;
        if cells.len() != heads.len() || !prompt[row].contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        rows.push(cells);
    }
    if rows.len() < 2 || !(2..=6).contains(&heads.len()) {
        return None;
    }
    let heads = heads
        .into_iter()
        .map(|span| add(desk, span, Role::Column))
        .collect();
    let rows = rows
        .into_iter()
        .map(|cells| {
            (
                None,
                cells
                    .into_iter()
                    .map(|cell| add(desk, cell, Role::Value))
                    .collect(),
            )
        })
        .collect();
    Some(Grid {
        heads,
        rows,
        ..Grid::default()
    })
}

/// "iPhone | Pixel | Galaxy rows: price $799 $699 $799; weight 171 187 167 g": names between bars, then rows that end in as
/// many values.
pub(super) fn barred(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let prompt = &brief.prompt;
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let colon = start + prompt.get(start..)?.find(':')?;
    let end = ["rows", "criteria", "features"]
        .iter()
        .find_map(|word| {
            lower[start..colon]
                .trim_end()
                .strip_suffix(word)
                .map(|head| start + head.len())
        })
        .unwrap_or(colon);
    let mut heads = Vec::new();
    let mut at = start;
    for part in prompt[start..end].split('|') {
        heads.push(trimmed(prompt, at..at + part.len())?);
        at += part.len() + 1;
    }
    if !(2..=6).contains(&heads.len()) {
        return None;
    }
    let mut rows = Vec::new();
    for clause in clauses(prompt, colon + 1) {
        rows.push(values_behind(prompt, clause, heads.len())?);
    }
    if rows.len() < 2 {
        return None;
    }
    Some(super::labelled(desk, heads, rows))
}

/// A label with `n` values behind it, the last perhaps with its unit: "battery 3349 4575 4000 mAh".
fn values_behind(prompt: &str, clause: Span, n: usize) -> Option<(Span, Vec<Span>)> {
    let mut at = clause.start;
    let words: Vec<Span> = prompt[clause.clone()]
        .split(' ')
        .map(|word| {
            let span = at..at + word.len();
            at += word.len() + 1;
            span
        })
        .filter(|span| !span.is_empty())
        .collect();
    let value = |span: &Span| {
        let word = &prompt[span.clone()];
        word.contains(|c: char| c.is_ascii_digit())
            || matches!(word, "yes" | "no" | "✓" | "✗" | "-" | "–")
    };
    let last = words.iter().rposition(value)?;
    let first = (last + 1).checked_sub(n)?;
    let told = first > 0
        && words[first..=last].iter().all(value)
        && !value(&words[first - 1])
        && words.len() - last <= 2;
    if !told {
        return None;
    }
    let mut cells = words[first..=last].to_vec();
    if let (Some(cell), Some(unit)) = (cells.last_mut(), words.get(last + 1)) {
        cell.end = unit.end;
    }
    let label = trimmed(prompt, clause.start..words[first].start)?;
    Some((label, cells))
}

/// "tea and coffee: caffeine 40 mg vs 95 mg, origin China vs Ethiopia", "three plans: Basic $9, Pro $19. Rows: users 1/5":
/// heads first, then rows whose cells "vs" or slashes part.
pub(super) fn versus(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    // "compare tea and coffee in a table: …": what is compared may stand before the genre.
    let start = if lower.get(start..)?.contains([',', '/']) {
        start
    } else {
        0
    };
    let body = lower[start..].find([':', '：']).map(|at| start + at)?;
    // "コーヒーと紅茶の比較表": the names stand before the word for the table, and the particle that joins it.
    let genre = brief
        .genre_span
        .as_ref()
        .map_or(body, |span| span.start.min(body));
    let ahead = lower[..genre].strip_suffix('の').map_or(genre, str::len);
    let before = names(brief, lower, start..body)
        .or_else(|| names(brief, lower, 0..ahead).filter(|_| ahead > 0))
        .or_else(|| names(brief, lower, 0..body));
    let mut heads: Vec<Span> = Vec::new();
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for clause in clauses(&brief.prompt, body + 1) {
        let text = &brief.prompt[clause.clone()];
        let colon = text.find(": ").filter(|at| !text[..*at].contains(' '));
        let clause = clause.start + colon.map_or(0, |at| at + 2)..clause.end;
        let cells = cells_of(&brief.prompt, clause.clone())?;
        match cells.len() {
            1 if rows.is_empty() => heads.push(clause),
            1 if crate::slide::is_wish(&lower[clause.clone()]) => {}
            1 => return None,
            _ => rows.push(cells),
        }
    }
    if heads.is_empty() {
        heads = before?
            .into_iter()
            .map(|head| without_medium(lower, head))
            .collect();
    }
    let same = rows.iter().all(|row| row.len() == heads.len());
    if rows.len() < 2 || !same || !(2..=6).contains(&heads.len()) {
        return None;
    }
    let mut told = Vec::new();
    for mut cells in rows {
        let first = cells[0].clone();
        let like = brief.prompt[cells[1].clone()].split_whitespace().count();
        let at = cut(&brief.prompt[first.clone()], like)?;
        let label = trimmed(&brief.prompt, first.start..first.start + at)?;
        cells[0] = trimmed(&brief.prompt, first.start + at..first.end)?;
        told.push((label, cells));
    }
    let heads = heads
        .into_iter()
        .map(|span| add(desk, span, Role::Column))
        .collect();
    let rows = told
        .into_iter()
        .map(|(label, cells)| {
            let label = add(desk, label, Role::Label);
            let cells = cells.into_iter().map(|cell| add(desk, cell, Role::Value));
            (Some(label), cells.collect())
        })
        .collect();
    Some(Grid {
        heads,
        rows,
        ..Grid::default()
    })
}

/// "coffee in a table": the name without the words for the medium.
fn without_medium(lower: &str, name: Span) -> Span {
    const MEDIA: &[&str] = &[
        " in a table",
        " in a chart",
        " side by side",
        " in table form",
        " as a table",
        " table",
        " chart",
    ];
    let text = &lower[name.clone()];
    let end = MEDIA.iter().filter_map(|word| text.find(word)).min();
    name.start..name.start + end.unwrap_or(text.len())
}

/// The cells of a row between "vs" or slashes.
pub(super) fn cells_of(prompt: &str, clause: Span) -> Option<Vec<Span>> {
    let text = &prompt[clause.clone()];
    let mark = [" vs. ", " vs ", " versus ", "/"]
        .into_iter()
        .find(|mark| text.contains(mark))
        .unwrap_or("/");
    let mut found = Vec::new();
    let mut at = clause.start;
    for part in text.split(mark) {
        found.push(trimmed(prompt, at..at + part.len())?);
        at += part.len() + mark.len();
    }
    Some(found)
}

/// "of Basic, Plus and Pro", "Basic / Plus / Pro": two names or more.
pub(super) fn names(brief: &Brief, lower: &str, span: Span) -> Option<Vec<Span>> {
    // "with three columns Basic, Plus. Rows": words for columns and rows stand around the names.
    let columns = lower[span.clone()].find("columns ");
    let mut from = columns.map_or(span.start, |at| span.start + at + "columns ".len());
    let text = lower[from..span.end].trim_end();
    let text = text.strip_suffix(". rows").unwrap_or(text);
    let span = from..from + text.len();
    loop {
        let rest = &lower[from..span.end];
        let blank = rest.len() - rest.trim_start().len();
        let lead = LEADS
            .iter()
            .find(|lead| rest.trim_start().starts_with(**lead));
        let Some(lead) = lead else { break };
        from += blank + lead.len();
    }
    let joints = [
        " and ", " & ", " vs. ", " vs ", " versus ", " y ", " et ", " und ", " e ", " en ", " i ",
        " и ", " та ", " / ", "/", ", ", "、", "和", "与", "と",
    ];
    let mut found = Vec::new();
    let mut at = from;
    while at <= span.end {
        let next = joints
            .iter()
            .filter_map(|joint| lower[at..span.end].find(joint).map(|n| (n, joint.len())))
            .min_by_key(|(n, len)| (*n, usize::MAX - len));
        let (n, len) = next.unwrap_or((span.end - at, 1));
        if let Some(name) = trimmed(&brief.prompt, at..at + n) {
            found.push(name);
        }
        at += n + len;
    }
    let short =
        |span: &Span| brief.prompt[span.clone()].split_whitespace().count() <= HEAD_WORDS_MAX;
    ((2..=6).contains(&found.len()) && found.iter().all(short)).then_some(found)
}

/// "storage 10 GB / 100 GB / 1 TB": the label and as many cells as there are names.
pub(super) fn row(prompt: &str, clause: Span, cells: usize) -> Option<(Span, Vec<Span>)> {
    if let Some(found) = bracketed(prompt, &clause).filter(|(_, found)| found.len() == cells) {
        return Some(found);
    }
    // "10. highlight Pro": a number before a stop ends the row, whatever follows.
    let end = prompt[clause.clone()]
        .match_indices(". ")
        .find(|(at, _)| directs(&prompt[clause.start + at + 2..clause.end].to_lowercase()))
        .map_or(clause.end, |(at, _)| clause.start + at);
    let clause = clause.start..end;
    let text = &prompt[clause.clone()];
    let mut parts: Vec<Span> = Vec::new();
    let mut at = clause.start;
    let mark = [" vs. ", " vs ", " versus "]
        .into_iter()
        .find(|mark| text.contains(mark))
        .unwrap_or("/");
    for part in text.split(mark) {
        parts.push(cell(prompt, at..at + part.len())?);
        at += part.len() + mark.len();
    }
    if parts.len() != cells {
        return None;
    }
    let first = parts[0].clone();
    let words = &prompt[first.clone()];
    let cut = match words.find(": ") {
        Some(colon) => colon + 1,
        None => cut(words, prompt[parts[1].clone()].split_whitespace().count())?,
    };
    let label = trimmed(prompt, first.start..first.start + cut)?;
    parts[0] = cell(prompt, first.start + cut..first.end)?;
    Some((label, parts))
}

/// What stands in a cell; a dash alone says that there is nothing.
fn cell(prompt: &str, span: Span) -> Option<Span> {
    trimmed(prompt, span.clone()).or_else(|| {
        let (at, dash) = prompt[span.clone()]
            .char_indices()
            .find(|(_, c)| matches!(c, '—' | '–' | '-'))?;
        Some(span.start + at..span.start + at + dash.len_utf8())
    })
}

/// "Free returns (✅ ❌)": signs in a bracket behind the label of their row.
fn bracketed(prompt: &str, clause: &Span) -> Option<(Span, Vec<Span>)> {
    let text = prompt[clause.clone()].strip_suffix(')')?;
    let open = text.rfind('(')?;
    let label = trimmed(prompt, clause.start..clause.start + open)?;
    let inner = &text[open + 1..];
    let mut at = clause.start + open + 1;
    let mut cells = Vec::new();
    for cell in inner.split(' ') {
        cells.extend(trimmed(prompt, at..at + cell.len()));
        at += cell.len() + 1;
    }
    let signs = cells
        .iter()
        .all(|cell| !prompt[cell.clone()].contains(char::is_alphanumeric));
    (signs && cells.len() >= 2).then_some((label, cells))
}

/// "Titel: Trein of auto?", "highlight Plus": a clause that names the table or says how it is set.
fn directs(lower: &str) -> bool {
    let word = lower.split([':', ' ']).next().unwrap_or_default();
    matches!(
        word,
        "highlight"
            | "title"
            | "titled"
            | "titel"
            | "titre"
            | "título"
            | "titulo"
            | "titolo"
            | "tytuł"
            | "başlık"
            | "заголовок"
    )
}

/// Where the first cell begins: at its figure, else it has as many words as the second.
fn cut(words: &str, like: usize) -> Option<usize> {
    let starts: Vec<usize> = words
        .char_indices()
        .filter(|&(at, c)| !c.is_whitespace() && (at == 0 || words[..at].ends_with(' ')))
        .map(|(at, _)| at)
        .collect();
    let figured = |at: usize| {
        words[at..].starts_with(|c: char| c.is_ascii_digit() || "$€£¥₽+-✓✗".contains(c))
    };
    let counted = starts.len().checked_sub(like).filter(|&n| n > 0);
    // "cost per 100 km $4": the label may hold a figure of its own.
    if let Some(at) = counted.map(|n| starts[n]).filter(|&at| figured(at)) {
        return Some(at);
    }
    let figure = starts[1.min(starts.len())..]
        .iter()
        .copied()
        .find(|&at| figured(at));
    figure.or_else(|| counted.map(|n| starts[n]))
}

#[cfg(test)]
mod tests {
    use crate::grid::tests::check;

    #[test]
    fn cells_between_slashes_stand_under_their_names() {
        for (prompt, heads, rows) in [
            (
                "comparison table of Basic, Plus and Pro: storage 10 GB / 100 GB / 1 TB, users 1 / 5 / unlimited, phone support no / no / yes",
                &["Basic", "Plus", "Pro"][..],
                &[
                    "storage: 10 GB|100 GB|1 TB",
                    "users: 1|5|unlimited",
                    "phone support: no|no|yes",
                ][..],
            ),
            (
                "compare tea and coffee in a table: caffeine 40 mg vs 95 mg, origin China vs Ethiopia, brewing 3 min vs 4 min",
                &["tea", "coffee"],
                &[
                    "caffeine: 40 mg|95 mg",
                    "origin: China|Ethiopia",
                    "brewing: 3 min|4 min",
                ],
            ),
            (
                "comparison: Hotel vs Hostel. price €120 / €35, privacy high / low",
                &["Hotel", "Hostel"],
                &["price: €120|€35", "privacy: high|low"],
            ),
            (
                "comparison table bus vs train: cost per 100 km €4 / €11, seats for 2 adults 9 € / 14 €",
                &["bus", "train"],
                &["cost per 100 km: €4|€11", "seats for 2 adults: 9 €|14 €"],
            ),
            (
                "Comparison table of three plans: Basic $9, Pro $19, Team $49. Rows: users 1/5/25, support email/chat/phone",
                &["Basic $9", "Pro $19", "Team $49"],
                &["users: 1|5|25", "support: email|chat|phone"],
            ),
            (
                "Pricing comparison table with three columns Basic, Plus, Pro. Rows: Price $0 / $9 / $29, Projects 3 / 25 / Unlimited",
                &["Basic", "Plus", "Pro"],
                &["Price: $0|$9|$29", "Projects: 3|25|Unlimited"],
            ),
            (
                "コーヒーと紅茶の比較表: カフェイン 95mg / 47mg, 価格 300円 / 250円",
                &["コーヒー", "紅茶"],
                &["カフェイン: 95mg|47mg", "価格: 300円|250円"],
            ),
            (
                "Vergleichstabelle Zug und Auto: Preis 29 € / 54 €, Dauer 3 Std / 4 Std, Stau nie / oft",
                &["Zug", "Auto"],
                &["Preis: 29 €|54 €", "Dauer: 3 Std|4 Std", "Stau: nie|oft"],
            ),
        ] {
            check(prompt, heads, rows, "|");
        }
    }
}

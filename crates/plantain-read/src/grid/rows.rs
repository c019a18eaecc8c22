//! Tables that are told row by row: lines of a file, rows between semicolons, places of a league, lessons of a week.

use super::Grid;
use crate::outline::{add, clauses, trimmed};
use crate::{Brief, Role, Span};

/// Cells of a row, and rows of a table, at most.
const CELLS_MAX: usize = 12;
const ROWS_MAX: usize = 60;

/// Marks that part the cells of a line, the surest first.
const MARKS: [char; 4] = ['|', '\t', ';', ','];

/// Rows of cells, and whether the first of them holds the heads.
struct Told {
    rows: Vec<Vec<Span>>,
    headed: bool,
}

/// Reads rows of equal length where the prompt tells them.
pub(super) fn read(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let text = brief.prompt.as_str();
    if let Some(days) = week(text, lower, start) {
        return Some(by_day(desk, days));
    }
    let marks = |words: &str| lower.contains(words) && lower.contains("highlight");
    let top = marks("top row") || marks("first row");
    let told = lined(text, start)
        .or_else(|| lined(text, 0))
        .or_else(|| columned(text, lower, start))
        .or_else(|| parted(text, start))
        .or_else(|| ranked(text, start))?;
    let mut grid = grid(desk, told);
    if top {
        grid.marked.push(0);
    }
    Some(grid)
}

/// Whether a text without a word for its medium is a table: lines that marks part into as many cells each.
pub(crate) fn is_table(prompt: &str) -> bool {
    const ROWS_MIN: usize = 3;
    lined(prompt, 0).is_some_and(|told| told.headed && told.rows.len() >= ROWS_MIN)
}

/// Whether heads and rows are told from `start` on.
pub(crate) fn is_parted(prompt: &str, start: usize) -> bool {
    parted(prompt, start).is_some()
}

/// Whether places with a name and figures are told from `start` on.
pub(crate) fn is_ranked(prompt: &str, start: usize) -> bool {
    ranked(prompt, start).is_some_and(|told| told.rows.len() >= 3)
}

/// Whether days with several lessons each are told from `start` on.
pub(crate) fn tells_lessons(prompt: &str, lower: &str, start: usize) -> bool {
    week(prompt, lower, start).is_some()
}

/// Whether what follows tells days by their short names.
pub(crate) fn is_short_day(word: &str) -> bool {
    SHORT_DAYS
        .iter()
        .any(|week| week.contains(&word.trim_end_matches(['.', ':'])))
}

fn grid(desk: &mut Brief, told: Told) -> Grid {
    let mut rows = told.rows.into_iter();
    let heads = match told.headed {
        true => rows.next().unwrap_or_default(),
        false => Vec::new(),
    };
    let heads = heads
        .into_iter()
        .map(|span| add(desk, span, Role::Column))
        .collect();
    let rows = rows
        .map(|cells| {
            let cells = cells.into_iter().map(|span| add(desk, span, Role::Value));
            (None, cells.collect())
        })
        .collect();
    Grid {
        heads,
        rows,
        ..Grid::default()
    }
}

fn is_figure(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().filter(|c| c.is_alphabetic()).count() <= 3
}

/// Whether the first row holds heads: words alone, over at least one column of figures or over three rows or more.
fn is_headed(text: &str, rows: &[Vec<Span>]) -> bool {
    let figure = |span: &Span| is_figure(&text[span.clone()]);
    let Some((first, rest)) = rows.split_first() else {
        return false;
    };
    !first.iter().any(figure) && (rest.len() >= 2 || rest.iter().any(|row| row.iter().any(figure)))
}

/// "SKU | Item | Qty" over "A-100 | Bolt | 250", "name,city,score" over "Lena,Bonn,91".
fn lined(text: &str, start: usize) -> Option<Told> {
    let rest = text.get(start..)?;
    let mut lines: Vec<Span> = Vec::new();
    let mut at = start;
    for line in rest.split('\n') {
        lines.push(at..at + line.len());
        at += line.len() + 1;
    }
    let mark = MARKS.into_iter().find(|&mark| {
        lines
            .iter()
            .filter(|line| text[(*line).clone()].contains(mark))
            .count()
            >= 2
    })?;
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for line in lines {
        let words = &text[line.clone()];
        let rule = !words.trim().is_empty() && words.chars().all(|c| "|-:+ \t".contains(c));
        if rule {
            continue;
        }
        let cells = cells(text, line.clone(), mark);
        match rows.first() {
            // A line of its own before the rows is what the table is about.
            None if cells.len() < 2 => {}
            Some(first) if cells.len() != first.len() => {
                let blank = words.trim().is_empty();
                if !blank && rows.len() < 2 {
                    return None;
                }
                if !blank {
                    break;
                }
            }
            _ => rows.push(cells),
        }
    }
    let sound = (2..=ROWS_MAX).contains(&rows.len()) && (2..=CELLS_MAX).contains(&rows[0].len());
    // Sentences with a comma each are no table.
    let short = rows
        .iter()
        .flatten()
        .all(|cell| text[cell.clone()].split_whitespace().count() <= 6);
    if !sound || !short || mark == ',' && rows.len() < 3 {
        return None;
    }
    // "price table: SKU | Item": what leads to the first head is cut off.
    let first = &mut rows[0][0];
    if let Some(mark) = text[first.clone()]
        .rfind([':', '.'])
        .filter(|at| text[first.start + at + 1..].starts_with(' '))
    {
        first.start += mark + 2;
    }
    let headed = is_headed(text, &rows);
    Some(Told { rows, headed })
}

fn cells(text: &str, line: Span, mark: char) -> Vec<Span> {
    let mut at = line.start;
    let mut found = Vec::new();
    for cell in text[line].split(mark) {
        let lead = cell.len() - cell.trim_start().len();
        let words = cell.trim().trim_matches('"');
        let quote = usize::from(cell.trim_start().starts_with('"'));
        let from = at + lead + quote;
        if !words.is_empty() {
            found.push(from..from + words.len());
        }
        at += cell.len() + mark.len_utf8();
    }
    found
}

/// Words and marks between two heads that no comma parts.
const JOINTS: &[&str] = &[
    " and ", " & ", " und ", " y ", " et ", " e ", " en ", " i ", " ve ", " и ", " та ", " і ",
    " و", "と", "和", "與", "与", "와 ", "과 ",
];

/// "Name, Grade, Age; Anna A 14; Ben B+ 15": rows between semicolons, their cells between commas or blanks.
fn parted(text: &str, start: usize) -> Option<Told> {
    let rest = text.get(start..)?;
    let from = start
        + rest.find([':', '：']).map_or(0, |colon| {
            colon + rest[colon..].chars().next().map_or(1, char::len_utf8)
        });
    let body = text[from..].trim_end_matches(['.', '。', ' ', '\n']);
    let body = from..from + body.len();
    let pieces = by(text, &body, &[';', '；', '\n'])?;
    if pieces.len() >= 3 {
        let heads = by(text, &pieces[0], &HEADS)
            .filter(|cells| cells.len() > 1)
            .or_else(|| by(text, &pieces[0], &[' ']))?;
        return headed(text, heads, &pieces[1..], row);
    }
    let (first, rest) = sentences(text, body)?;
    if let [rows] = &rest[..] {
        // "day and duty. Monday Ann, Tuesday Ben": two heads, and a row of two words from comma to comma.
        let rows = by(text, rows, &[',', '，', '、'])?;
        let several = rows.len() >= 3;
        let bare = |span: &Span, width| row(text, span, width).filter(|_| several);
        return headed(text, joined(text, &first)?, &rows, |_, span, width| {
            bare(span, width)
        });
    }
    // "Season, Month. Spring, March. Summer, June": rows that full stops end.
    let heads = by(text, &first, &HEADS)?;
    headed(text, heads, &rest, |text, span, width| {
        by(text, span, &HEADS).filter(|cells| cells.len() == width)
    })
}

/// "league table, columns Team P W Pts. Rovers 10 7 23; United 10 6 21. top row highlighted": heads behind their word, and rows
/// between semicolons up to the next stop.
fn columned(text: &str, lower: &str, start: usize) -> Option<Told> {
    const ROWS_MIN: usize = 2;
    let word = "columns ";
    let at = start + lower.get(start..)?.find(word)? + word.len();
    let (first, rest) = sentences(text, at..text.len())?;
    let heads = by(text, &first, &HEADS)
        .filter(|heads| heads.len() > 1)
        .or_else(|| by(text, &first, &[' ']))?;
    let pieces = by(text, rest.first()?, &[';', '；', '\n'])?;
    if pieces.len() < ROWS_MIN {
        return None;
    }
    headed(text, heads, &pieces, row)
}

/// "table comparing 3 bikes: Name, Range, Price; Volt 1, 80 km, $1,200": whether the first head says that rows are things.
pub(super) fn names_models(prompt: &str) -> bool {
    let head = prompt.split_once(':').map_or("", |(_, rest)| rest);
    let head = head.split([',', ';', '|']).next().unwrap_or_default();
    matches!(
        head.trim().to_lowercase().as_str(),
        "name" | "model" | "product" | "brand" | "item" | "type" | "option"
    )
}

/// Marks between heads.
const HEADS: [char; 5] = [',', '，', '、', '|', '/'];

/// A table of heads and rows, each cut into as many cells as there are heads.
fn headed(
    text: &str,
    heads: Vec<Span>,
    pieces: &[Span],
    cells: impl Fn(&str, &Span, usize) -> Option<Vec<Span>>,
) -> Option<Told> {
    let width = heads.len();
    if !(2..=CELLS_MAX).contains(&width) || heads.iter().any(|head| is_figure(&text[head.clone()]))
    {
        return None;
    }
    let mut rows = vec![heads];
    for piece in pieces {
        rows.push(cells(text, piece, width)?);
    }
    let headed = is_headed(text, &rows);
    headed.then_some(Told { rows, headed })
}

/// The first sentence and those behind it; full stops inside of numbers end none.
fn sentences(text: &str, body: Span) -> Option<(Span, Vec<Span>)> {
    let mut found = Vec::new();
    let mut at = body.start;
    for (stop, mark) in text[body.clone()].match_indices(['.', '。']) {
        let stop = body.start + stop;
        let ends = mark == "。" || text[stop + 1..].starts_with(char::is_whitespace);
        if ends {
            found.extend(trimmed_plain(text, at..stop));
            at = stop + mark.len();
        }
    }
    found.extend(trimmed_plain(text, at..body.end));
    if found.len() < 2 {
        return None;
    }
    let first = found.remove(0);
    Some((first, found))
}

/// "day and duty": the two heads around a joint.
fn joined(text: &str, span: &Span) -> Option<Vec<Span>> {
    let words = &text[span.clone()];
    JOINTS.iter().find_map(|joint| {
        let (before, _) = words.split_once(joint)?;
        let end = span.start + before.len();
        let sides = [
            trimmed_plain(text, span.start..end)?,
            trimmed_plain(text, end + joint.len()..span.end)?,
        ];
        Some(sides.to_vec())
    })
}

fn trimmed_plain(text: &str, span: Span) -> Option<Span> {
    let words = &text[span.clone()];
    let lead = words.len() - words.trim_start().len();
    let kept = words.trim();
    (!kept.is_empty()).then(|| span.start + lead..span.start + lead + kept.len())
}

fn by(text: &str, span: &Span, marks: &[char]) -> Option<Vec<Span>> {
    let mut found = Vec::new();
    let mut at = span.start;
    // "Zoom, 60 km, $1,200": where cells have blanks between, a comma inside of a number parts none.
    let spaced = text[span.clone()].contains(", ");
    let start = span.start;
    let mut place = 0;
    let parts = text[span.clone()].split(|c: char| {
        let here = start + place;
        place += c.len_utf8();
        let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        let inside = c == ',' && spaced && here > 0 && digit(here - 1) && digit(here + 1);
        marks.contains(&c) && !inside
    });
    for part in parts {
        found.extend(trimmed_plain(text, at..at + part.len()));
        let mark = text[at + part.len()..]
            .chars()
            .next()
            .map_or(1, char::len_utf8);
        at += part.len() + mark;
    }
    (!found.is_empty()).then_some(found)
}

/// A row of `width` cells: between marks, or between blanks, where the first cell takes the words that are left over.
fn row(text: &str, span: &Span, width: usize) -> Option<Vec<Span>> {
    let marked = by(text, span, &[',', '，', '、', '|'])?;
    if marked.len() == width {
        return Some(marked);
    }
    let words = by(text, span, &[' '])?;
    let spare = words.len().checked_sub(width)?;
    let first = words[0].start..words[spare].end;
    let mut cells = vec![first];
    cells.extend(words[spare + 1..].iter().cloned());
    Some(cells)
}

/// "1 Arsenal 38 89, 2 Man City 38 86": places with a name and as many figures each.
fn ranked(text: &str, start: usize) -> Option<Told> {
    let rest = text.get(start..)?;
    let from = start + rest.find(':').map_or(0, |colon| colon + 1);
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for clause in clauses(text, from) {
        let words = by(text, &clause, &[' '])?;
        let digits = |span: &Span| {
            text[span.clone()]
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'))
        };
        let tail = words.iter().rev().take_while(|word| digits(word)).count();
        let lead = usize::from(words.first().is_some_and(digits) && tail < words.len());
        let name = words.get(lead)?.start..words.get(words.len().checked_sub(tail + 1)?)?.end;
        if tail < 2 && lead + tail < 2 || name.start >= name.end {
            return None;
        }
        let mut cells: Vec<Span> = words[..lead].to_vec();
        cells.push(name);
        cells.extend(words[words.len() - tail..].iter().cloned());
        if rows.first().is_some_and(|first| first.len() != cells.len()) {
            return None;
        }
        rows.push(cells);
    }
    let wide = rows.first().is_some_and(|row| row.len() >= 3);
    (rows.len() >= 2 && wide).then_some(Told {
        rows,
        headed: false,
    })
}

/// Short names of the weekdays, where a plan names at least three of them.
const SHORT_DAYS: &[&[&str]] = &[
    &["mo", "di", "mi", "do", "fr", "sa", "so"],
    &["lu", "ma", "me", "je", "ve", "sa", "di"],
    &["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    &["lun", "mar", "mer", "gio", "ven", "sab", "dom"],
    &["seg", "ter", "qua", "qui", "sex", "sáb", "dom"],
    &["ma", "di", "wo", "do", "vr", "za", "zo"],
    &["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
    &["pn", "wt", "śr", "cz", "pt", "sb", "nd"],
];

/// "Mo Mathe, Deutsch, Sport; Di Englisch, Bio": what each day holds, in order.
fn week(text: &str, lower: &str, start: usize) -> Option<Vec<(Span, Vec<Span>)>> {
    let rest = lower.get(start..)?;
    let from = start + rest.find(':').map_or(0, |colon| colon + 1);
    let mut days: Vec<(Span, Vec<Span>)> = Vec::new();
    let named = |word: &str| {
        let bare = word.trim_end_matches(['.', ':']);
        crate::calendar::weekday(bare).is_some()
            || SHORT_DAYS.iter().any(|week| week.contains(&bare))
    };
    // "class timetable Mon to Fri with 5 periods, Mon …": what stands before the first day's lessons leads in.
    let lead =
        |words: &str| words.contains(" to ") || words.contains('-') || words.contains("period");
    for clause in clauses(text, from) {
        let words = &lower[clause.clone()];
        if days.is_empty() && lead(words) {
            continue;
        }
        let end = words.find(char::is_whitespace).unwrap_or(words.len());
        if named(&words[..end]) {
            let day = trimmed(text, clause.start..clause.start + end)?;
            let first = trimmed(text, clause.start + end..clause.end);
            days.push((day, first.into_iter().collect()));
        } else {
            days.last_mut()?.1.push(clause);
        }
    }
    // "Mon Maths English Art PE; Tue Science …": as many words on each day are one lesson each.
    let words: Vec<Vec<Span>> = days
        .iter()
        .filter_map(|day| match &day.1[..] {
            [one] => by(text, one, &[' ']),
            _ => None,
        })
        .collect();
    let even = words.len() == days.len()
        && words
            .iter()
            .all(|day| day.len() >= 3 && day.len() == words[0].len());
    if even {
        for (day, words) in days.iter_mut().zip(words) {
            day.1 = words;
        }
    }
    let full = days.iter().all(|day| !day.1.is_empty()) && days.iter().any(|day| day.1.len() > 1);
    (days.len() >= 3 && full).then_some(days)
}

/// Days stand side by side when each holds as much, else one under the other.
fn by_day(desk: &mut Brief, days: Vec<(Span, Vec<Span>)>) -> Grid {
    let height = days[0].1.len();
    if days.iter().all(|day| day.1.len() == height) {
        let heads = days
            .iter()
            .map(|day| add(desk, day.0.clone(), Role::Column))
            .collect();
        let rows = (0..height)
            .map(|n| {
                let cells = days
                    .iter()
                    .map(|day| add(desk, day.1[n].clone(), Role::Item));
                (None, cells.collect())
            })
            .collect();
        return Grid {
            heads,
            rows,
            ..Grid::default()
        };
    }
    let rows = days
        .into_iter()
        .map(|(day, items)| {
            let day = add(desk, day, Role::Label);
            let items = items.into_iter().map(|item| add(desk, item, Role::Item));
            (Some(day), items.collect())
        })
        .collect();
    Grid {
        rows,
        ..Grid::default()
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn rows_that_are_told_stay_rows() {
        // Prompt; heads; rows.
        for (prompt, heads, rows) in [
            (
                "table of students: Name, Grade, Age; Anna A 14; Ben B+ 15; Carla A- 14",
                "Name|Grade|Age",
                "Anna|A|14 Ben|B+|15 Carla|A-|14",
            ),
            (
                "price table SKU | Item | Qty\nA-100 | Bolt M6 | 250\nB-220 | Washer | 500",
                "SKU|Item|Qty",
                "A-100|Bolt M6|250 B-220|Washer|500",
            ),
            (
                "name,city,score\nLena,Bonn,91\nOmar,Cairo,88\nYuki,Osaka,95",
                "name|city|score",
                "Lena|Bonn|91 Omar|Cairo|88 Yuki|Osaka|95",
            ),
            (
                "league table football: 1 Arsenal 38 89, 2 Man City 38 86, 3 Liverpool 38 82",
                "",
                "1|Arsenal|38|89 2|Man City|38|86 3|Liverpool|38|82",
            ),
            (
                "表格:姓名 年龄 城市;张伟 28 北京;李娜 25 上海;王芳 31 广州",
                "姓名|年龄|城市",
                "张伟|28|北京 李娜|25|上海 王芳|31|广州",
            ),
            (
                "Stundenplan Klasse 5b: Mo Mathe, Deutsch; Di Englisch, Bio; Mi Mathe, Musik",
                "Mo|Di|Mi",
                "Mathe|Englisch|Mathe Deutsch|Bio|Musik",
            ),
        ] {
            let brief = read(prompt);
            let grid = brief.grid.as_ref().expect(prompt);
            let text = |at: usize| brief.literals[at].text.as_str();
            let found: Vec<&str> = grid.heads.iter().map(|at| text(*at)).collect();
            assert_eq!(found.join("|"), heads, "{prompt}");
            let found: Vec<String> = grid
                .rows
                .iter()
                .map(|(label, cells)| {
                    let cells = label.iter().chain(cells).map(|at| text(*at));
                    cells.collect::<Vec<_>>().join("|")
                })
                .collect();
            assert_eq!(found.join(" "), rows, "{prompt}");
        }
    }
}

//! Reads tables of records that stand in one line: "Patients: name, ward, admitted. Rows: Sara Lind, 3B, 12 May; …".

mod headed;
mod marked;
mod placed;
mod spread;

use crate::cells::{Cell, cells};
use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Grid, Origin, Role, Span};
pub use marked::ROW_ACTION;

/// Fills the grid of an admin table whose rows are written out with the same number of cells.
pub(crate) fn settle(brief: &mut Brief) {
    // "admin page with a table of orders: #1042 Maya Patel $120 paid, …"
    let described = brief
        .described
        .iter()
        .any(|d| d.kind == crate::Component::Table);
    let lower = lowered(&brief.prompt);
    let opening = lower.split([':', ',', '.']).next().unwrap_or_default();
    let named = brief
        .genre_span
        .as_ref()
        .and_then(|span| brief.prompt.get(span.clone()))
        .map(|words| crate::english(words, &brief.language.0))
        .unwrap_or_default();
    let office = ["back office", "back-office", "backoffice", "admin panel"]
        .iter()
        .any(|word| opening.contains(word) || named.contains(word));
    let admin = lower.starts_with("admin ") || office;
    // A French "tableau de bord" is none.
    let records = opening
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| matches!(word, "table" | "tables"))
        && !opening.contains("chart");
    let page = brief.genre == Genre::WebPage && (described || admin || records)
        || brief.genre == Genre::Dashboard && (records || office && described)
        || matches!(brief.genre, Genre::Infographic | Genre::Composed) && admin;
    let start = brief.genre_span.as_ref().map_or(0, |s| s.end);
    // "admin panel, members table. columns …": heads that are named make a table of any page.
    let screen = matches!(
        brief.genre,
        Genre::Dashboard | Genre::WebPage | Genre::ProductGrid | Genre::Composed
    );
    let page = page || screen && tells_a_table(&lower);
    let table_page = brief.genre == Genre::AdminTable || page;
    if !table_page || !brief.records.is_empty() || brief.grid.is_some() {
        return;
    }
    let groups = groups(&brief.prompt, &lower, start);
    let found = placed::told(brief, &lower, start)
        .or_else(|| headed::told(&brief.prompt, &lower, start))
        .or_else(|| table(&lower, &groups))
        .or_else(|| headed::read(brief, &lower, start))
        .or_else(|| unmarked(brief, &lower, start));
    let Some((heads, rows)) = found else {
        return;
    };
    if page && rows.iter().any(|row| row.len() < 3) {
        return;
    }
    brief.genre = Genre::AdminTable;
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    let mut grid = Grid::default();
    let first = heads
        .iter()
        .chain(rows.iter().flatten())
        .map(|s| s.start)
        .min()
        .unwrap_or(start);
    if let Some(title) = title(&brief.prompt, &lower, start..first) {
        grid.title = Some(add(&mut desk, title, Role::Title));
    }
    grid.heads = heads
        .into_iter()
        .map(|span| add(&mut desk, span, Role::Column))
        .collect();
    grid.rows = rows
        .into_iter()
        .map(|row| {
            (
                None,
                row.into_iter()
                    .map(|span| add(&mut desk, span, Role::Item))
                    .collect(),
            )
        })
        .collect();
    let free = |span: &Span, desk: &Brief| !desk.literals.iter().any(|l| l.meets(span));
    for literal in &brief.literals {
        let part = matches!(
            literal.role,
            Role::Title
                | Role::Button
                | Role::Brand
                | Role::Tab
                | Role::Link
                | Role::Field
                | Role::Small
        );
        let again = literal.role == Role::Title && grid.title.is_some();
        if (part || literal.origin == Origin::Quoted) && !again && free(&literal.span, &desk) {
            desk.literals.push(literal.clone());
        }
    }
    brief.literals = desk.literals;
    brief.pairs.clear();
    brief.lists.clear();
    brief.data.clear();
    marked::mark_rows(brief, &mut grid, &lower);
    brief.grid = Some(grid);
    marked::row_action(brief, &lower);
}

/// Whether words for a table and for its columns stand in a prompt that asks for no charts and no tiles.
fn tells_a_table(lower: &str) -> bool {
    let word = |words: &[&str]| {
        lower
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| words.contains(&word))
    };
    word(&[
        "table", "tabelle", "tabla", "tableau", "tabella", "tabela", "tabel", "tabelę", "rows",
        "zeilen", "filas", "linhas", "righe", "rijen", "wiersze",
    ]) && word(&[
        "columns", "spalten", "columnas", "colonnes", "colonne", "colunas", "kolommen", "kolumny",
    ]) && !word(&[
        "chart", "charts", "graph", "kpi", "kpis", "tiles", "metrics",
    ])
}

/// Stretches between full stops, semicolons and line breaks: the words before a colon, and the cells.
fn groups(prompt: &str, lower: &str, start: usize) -> Vec<(String, Vec<Span>)> {
    const DOTS_MIN: usize = 2;
    let mut out = Vec::new();
    let mut from = start;
    // "3107 A. Sokolova $45.90 · 3108 R. Yusupov $12.50 · …"
    let dotted = lower[start..].matches(" · ").count() >= DOTS_MIN;
    let ends: Vec<usize> = lower[start..]
        .char_indices()
        .filter(|(at, c)| {
            let behind = lower[start + at + c.len_utf8()..].chars().next();
            let stop =
                || behind.is_none_or(char::is_whitespace) && !is_initial(&lower[..start + at]);
            matches!(c, ';' | '\n') || dotted && *c == '·' || *c == '.' && stop()
        })
        .map(|(at, _)| start + at)
        .chain([lower.len()])
        .collect();
    for end in ends {
        let mut body = from..end;
        let mut head = String::new();
        while let Some(colon) = lower[body.clone()]
            .find(": ")
            .or_else(|| lower[body.clone()].find(":\n"))
        {
            head = format!("{head} {}", &lower[body.start..body.start + colon]);
            body.start += colon + 1;
        }
        let cells = if lower[body.clone()].contains('|') {
            split(prompt, body, '|')
        } else {
            clauses(&prompt[..body.end], body.start)
        };
        if !cells.is_empty() {
            let mut cells: Vec<Span> = cells
                .into_iter()
                .map(|cell| with_sign(lower, cell))
                .collect();
            if let Some((word, rest)) = headed::opening(prompt, lower, &cells[0]) {
                head.push_str(word);
                cells[0] = rest;
            }
            out.push((head.trim().to_owned(), cells));
        }
        let mark = lower[end..].chars().next().map_or(1, char::len_utf8);
        from = (end + mark).min(lower.len());
    }
    out
}

/// "M. Okafor": whether a letter alone stands before a full stop, which then shortens a name.
fn is_initial(before: &str) -> bool {
    before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .is_some_and(|word| word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
}

/// A sign that closes a cell belongs to it ("AB-").
fn with_sign(lower: &str, cell: Span) -> Span {
    let rest = &lower[cell.end..];
    let signed = rest.starts_with(['-', '+', '*'])
        && rest[1..]
            .trim_start()
            .chars()
            .next()
            .is_none_or(|c| ",;.|\n".contains(c));
    cell.start..cell.end + usize::from(signed)
}

fn split(prompt: &str, body: Span, mark: char) -> Vec<Span> {
    let mut start = body.start;
    let mut out = Vec::new();
    for piece in prompt[body].split(mark) {
        out.extend(trimmed(prompt, start..start + piece.len()));
        start += piece.len() + mark.len_utf8();
    }
    out
}

/// The heads and at least two rows of as many cells.
fn table(lower: &str, groups: &[(String, Vec<Span>)]) -> Option<(Vec<Span>, Vec<Vec<Span>>)> {
    let is_head = |name: &str| {
        [
            "column", "spalte", "colonne", "columna", "coluna", "kolom", "kolumn", "fields",
            "header",
        ]
        .iter()
        .any(|w| name.contains(w))
    };
    let is_rows = |name: &str| {
        [
            "rows", "row", "data", "entries", "zeilen", "filas", "lignes", "linhas", "righe",
            "rijen", "wiersze", "records",
        ]
        .iter()
        .any(|w| name.split(' ').any(|n| n == *w))
    };
    let at = groups
        .iter()
        .position(|(name, cells)| is_head(name) && cells.len() >= 2)
        .or_else(|| {
            // What stands before "rows:" names the columns.
            let rows = groups.iter().position(|(name, _)| is_rows(name))?;
            rows.checked_sub(1)
        })
        .or_else(|| {
            // Plain words in lower case over rows with names and figures.
            let (_, cells) = groups.first()?;
            let plain = cells.len() >= 2
                && cells.iter().all(|c| {
                    !lower[c.clone()].contains(|c: char| c.is_ascii_digit())
                        && lower[c.clone()].split(' ').count() <= 3
                });
            let named = [
                "name", "id", "status", "email", "date", "role", "customer", "product", "item",
                "amount", "total",
            ];
            (plain && cells.iter().any(|c| named.contains(&&lower[c.clone()]))).then_some(0)
        });
    let heads = at.map_or_else(Vec::new, |at| groups[at].1.clone());
    // "api keys. table with 3 keys: production, last used 2 min ago; …": what is told in one cell comes before the rows.
    let first = at.map_or_else(
        || groups.iter().position(|(_, cells)| cells.len() >= 2),
        |at| Some(at + 1),
    )?;
    // "SKU | Item | Qty" over "A-100 | Bolt | 250": words alone over rows with figures are heads.
    let figured = |cells: &[Span]| {
        cells
            .iter()
            .any(|cell| lower[cell.clone()].contains(|c: char| c.is_ascii_digit()))
    };
    let rest = groups.get(first + 1..).unwrap_or_default();
    let headed = heads.is_empty()
        && !figured(&groups[first].1)
        && rest.len() >= 2
        && rest.iter().take(2).all(|(_, cells)| figured(cells));
    let heads = if headed {
        groups[first].1.clone()
    } else {
        heads
    };
    let first = first + usize::from(headed);
    let wide = if heads.is_empty() {
        groups[first].1.len()
    } else {
        heads.len()
    };
    let ends = |(_, cells): &&(String, Vec<Span>)| heads.is_empty() && cells.len() != wide;
    let mut rows: Vec<Vec<Span>> = groups
        .iter()
        .skip(first)
        .take_while(|group| !ends(group))
        .map(|(_, cells)| cells.clone())
        .collect();
    // "… low ones in red. export CSV button": what is said behind the rows is none of them.
    while rows.last().is_some_and(|row| row.len() == 1 && wide > 1) {
        rows.pop();
    }
    let even: Vec<Vec<Span>> = rows
        .iter()
        .filter(|row| row.len() == wide)
        .cloned()
        .collect();
    (wide >= 2 && even.len() >= 2 && even.len() + 1 >= rows.len()).then_some((heads, even))
}

/// "#1042 Mia Torres $84 shipped, #1043 Ken Ito $120 pending": records whose cells are told apart by their form alone;
/// the heads are the columns that the reader knows, when there are as many.
pub(crate) fn unmarked(
    brief: &Brief,
    lower: &str,
    start: usize,
) -> Option<(Vec<Span>, Vec<Vec<Span>>)> {
    let text = &brief.prompt;
    let mut rows: Vec<Vec<(Span, Cell)>> = Vec::new();
    let dotted = clauses(text, start)
        .into_iter()
        .flat_map(|clause| split(text, clause, '·'));
    for mut clause in dotted {
        // "rows: #1042 …", "and #1044 …"
        if let Some(colon) = lower[clause.clone()].rfind(": ") {
            clause.start += colon + 2;
        }
        if lower[clause.clone()].starts_with("and ") {
            clause.start += 4;
        }
        clause = without_remark(lower, clause);
        let row = turned(text, cells(text, clause));
        let told = row
            .iter()
            .filter(|(_, cell)| !matches!(cell, Cell::Words | Cell::Name))
            .count();
        let named = row
            .iter()
            .any(|(_, cell)| matches!(cell, Cell::Name | Cell::Code | Cell::Words));
        if row.len() >= 2 && told >= 1 && named {
            rows.push(row);
        }
    }
    let kinds = |row: &[(Span, Cell)]| row.iter().map(|(_, cell)| *cell).collect::<Vec<_>>();
    let usual = rows
        .iter()
        .map(|row| kinds(row))
        .max_by_key(|kind| rows.iter().filter(|row| kinds(row) == *kind).count())?;
    rows.retain(|row| row.len() == usual.len() && alike(&kinds(row), &usual));
    let heads: Vec<Span> = brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Column)
        .map(|l| l.span.clone())
        .collect();
    let heads = if heads.len() == usual.len() {
        heads
    } else {
        let first = rows.first().and_then(|row| row.first());
        first
            .and_then(|(cell, _)| bare_heads(text, cell.start, usual.len()))
            .unwrap_or_default()
    };
    let rows: Vec<Vec<Span>> = rows
        .into_iter()
        .map(|row| row.into_iter().map(|(span, _)| span).collect())
        .collect();
    (rows.len() >= 2).then_some((heads, rows))
}

/// "Wood glue 3 (low stock, make it red)": what is said of a row in brackets behind its cells is none of them.
fn without_remark(lower: &str, clause: Span) -> Span {
    let text = &lower[clause.clone()];
    match text.rfind(" (").filter(|_| text.ends_with(')')) {
        Some(at) => clause.start..clause.start + at,
        None => clause,
    }
}

/// "sku item qty. H-101 …": a sentence of as many small words as the rows have cells, right before them, names their columns.
fn bare_heads(text: &str, rows: usize, wide: usize) -> Option<Vec<Span>> {
    let before = text[..rows].trim_end().strip_suffix(['.', ':', ';'])?;
    let start = before
        .rfind([',', '.', ':', ';', '\n'])
        .map_or(0, |at| at + 1);
    let heads: Vec<Span> = crate::outline::words(&before[start..])
        .map(|(at, word)| start + at..start + at + word.len())
        .collect();
    let plain = |span: &Span| text[span.clone()].chars().all(char::is_alphabetic);
    (heads.len() == wide && wide >= 2 && heads.iter().all(plain)).then_some(heads)
}

/// "#82 Peru roasting": behind a code, small words that follow a name tell its state, whatever they are.
fn turned(text: &str, row: Vec<(Span, Cell)>) -> Vec<(Span, Cell)> {
    let coded = matches!(row.first(), Some((_, Cell::Code)));
    let Some((last, Cell::Words)) = row.last().filter(|_| coded).cloned() else {
        return row;
    };
    let words = &text[last.clone()];
    let small = words
        .match_indices(' ')
        .find(|(at, _)| words[at + 1..].starts_with(char::is_lowercase))
        .map(|(at, _)| at)
        .filter(|_| words.starts_with(char::is_uppercase))
        .filter(|at| !words[*at..].contains(char::is_uppercase));
    let Some(at) = small else { return row };
    let mut row = row;
    row.pop();
    row.push((last.start..last.start + at, Cell::Name));
    row.push((last.start + at + 1..last.end, Cell::State));
    row
}

/// Whether two rows hold the same kinds of cells; names and other words count as one kind.
fn alike(a: &[Cell], b: &[Cell]) -> bool {
    let plain = |cell: &Cell| match cell {
        Cell::Words => Cell::Name,
        other => *other,
    };
    a.iter().map(plain).eq(b.iter().map(plain))
}

/// The name of the table between the genre and its first cell.
fn title(prompt: &str, lower: &str, within: Span) -> Option<Span> {
    let end = lower[within.clone()]
        .find([':', '.', '\n'])
        .map_or(within.end, |n| within.start + n);
    let mut span = trimmed(prompt, within.start..end)?;
    for lead in ["titled ", "title ", "called ", "for ", "of ", "named "] {
        if lower[span.clone()].starts_with(lead) {
            span.start += lead.len();
        }
    }
    let named = prompt[span.clone()].starts_with(char::is_uppercase);
    (named && lower[span.clone()].split(' ').count() <= 4).then_some(span)
}

#[cfg(test)]
mod tests {
    use crate::{Genre, read};

    #[test]
    fn figures_of_a_dashboard_are_no_rows() {
        for prompt in [
            "Tableau de bord énergie : consommation 14,2 kWh, production solaire 9,8 kWh, économies 32 €",
            "Tablero de ventas: ingresos 12 €, pedidos 340 uds, visitas 9,8 mil",
            "Vegetable dashboard: carrots 12 kg, onions 9 kg, leeks 3 kg",
        ] {
            let brief = read(prompt);
            assert_eq!(brief.genre, Genre::Dashboard, "{prompt}");
            assert!(brief.records.is_empty(), "{prompt}: {:?}", brief.records);
        }
    }

    #[test]
    fn rows_keep_their_cells() {
        for (prompt, title, heads, rows) in [
            (
                "admin table Patients: name, ward, blood type, admitted. Rows: Sara Lind, 3B, O+, 12 May; Omar Aziz, 2A, AB-, 14 May",
                "Patients",
                "name|ward|blood type|admitted",
                vec!["Sara Lind|3B|O+|12 May", "Omar Aziz|2A|AB-|14 May"],
            ),
            (
                "user management table: Name, Role, Last login. Ana Petrov Admin 2h ago, Ben Cole Editor yesterday. button Invite user",
                "",
                "Name|Role|Last login",
                vec!["Ana Petrov|Admin|2h ago", "Ben Cole|Editor|yesterday"],
            ),
            (
                "orders table\ncolumns: order, customer, total\n#204, Ines, $80\n#205, Bo, $12.50",
                "",
                "order|customer|total",
                vec!["#204|Ines|$80", "#205|Bo|$12.50"],
            ),
            (
                "admin users table. rows: #7 Mia Torres $84 shipped, #8 Ken Ito $120 pending, and #9 Ola Berg $39 refunded",
                "",
                "",
                vec![
                    "#7|Mia Torres|$84|shipped",
                    "#8|Ken Ito|$120|pending",
                    "#9|Ola Berg|$39|refunded",
                ],
            ),
            (
                "users table with columns Name, Role and Status: Ana Ruiz admin active, Ben Cole editor invited",
                "",
                "Name|Role|Status",
                vec!["Ana Ruiz|admin|active", "Ben Cole|editor|invited"],
            ),
            (
                "tabla de usuarios: columnas Nombre, Rol, Estado. Ana Ruiz Editora Activa; Luis Peña Lector Pendiente",
                "",
                "Nombre|Rol|Estado",
                vec!["Ana Ruiz|Editora|Activa", "Luis Peña|Lector|Pendiente"],
            ),
            (
                "customers table with name, plan and last seen: Priya Nair Pro today, Tom Webb Free 3 days ago",
                "",
                "name|plan|last seen",
                vec!["Priya Nair|Pro|today", "Tom Webb|Free|3 days ago"],
            ),
            (
                "admin page listing drivers, table with name, vehicle and status. Rosa Diaz Van 12 Active, Tom Lee Van 3 Idle. Title Drivers",
                "",
                "name|vehicle|status",
                vec!["Rosa Diaz|Van 12|Active", "Tom Lee|Van 3|Idle"],
            ),
            (
                "tickets table, columns ID, Subject, Agent, State. rows 4411 Printer jam Maya open, 4412 VPN drops Jon waiting",
                "",
                "ID|Subject|Agent|State",
                vec!["4411|Printer jam|Maya|open", "4412|VPN drops|Jon|waiting"],
            ),
            (
                "admin panel for a library: books table Title, Author, Due, Status. Dune Frank Herbert 12 May Overdue; Emma Jane Austen 18 May On loan",
                "",
                "Title|Author|Due|Status",
                vec![
                    "Dune|Frank Herbert|12 May|Overdue",
                    "Emma|Jane Austen|18 May|On loan",
                ],
            ),
            (
                "admin table of suppliers with name, city and status. Northmill Leeds active, Grano Vivo Turin on hold. Title Suppliers",
                "",
                "name|city|status",
                vec!["Northmill|Leeds|active", "Grano Vivo|Turin|on hold"],
            ),
            (
                "admin table of orders. First row order 1041 Ana Ruiz paid $58, second row 1042 Tom Beck pending $120, third row 1043 Li Wei refunded $33",
                "",
                "",
                vec![
                    "1041|Ana Ruiz|paid|$58",
                    "1042|Tom Beck|pending|$120",
                    "1043|Li Wei|refunded|$33",
                ],
            ),
            (
                "users table, columns Name, Role, State: the first row is Omar Haddad, editor, active. next row Freya Lund, owner, active. button Invite",
                "",
                "Name|Role|State",
                vec!["Omar Haddad|editor|active", "Freya Lund|owner|active"],
            ),
            (
                "roastery back office, batch table: #82 Peru roasting, #83 Kenya cooling",
                "",
                "",
                vec!["#82|Peru|roasting", "#83|Kenya|cooling"],
            ),
            (
                "admin page with a table of orders: #1042 Maya Patel $120 paid, #1043 Liam Chen $89 pending",
                "",
                "",
                vec!["#1042|Maya Patel|$120|paid", "#1043|Liam Chen|$89|pending"],
            ),
        ] {
            let brief = read(prompt);
            let grid = brief.grid.as_ref().expect(prompt);
            let text = |at: usize| brief.literals[at].text.clone();
            let joined =
                |all: &[usize]| all.iter().map(|at| text(*at)).collect::<Vec<_>>().join("|");
            assert_eq!(grid.title.map(text).unwrap_or_default(), title, "{prompt}");
            assert_eq!(joined(&grid.heads), heads, "{prompt}");
            let found: Vec<String> = grid.rows.iter().map(|(_, row)| joined(row)).collect();
            assert_eq!(found, rows, "{prompt}");
        }
    }
}

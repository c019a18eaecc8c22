//! Quotes with what they come to right behind them, which no quote holds: `"Tren de madera" 32,00 €`, `„W drodze” 342`.

use crate::outline::{add, trimmed};
use crate::quotes::Quoted;
use crate::{Brief, Genre, Origin, Pair, Role, Span};

/// Quotes that must be told so before any of them is a label.
const ROWS_MIN: usize = 2;
/// Words behind a quote, at most.
const WORDS_MAX: usize = 4;

/// Pairs quotes with the figures behind them; in settings and forms with any short text.
pub(crate) fn settle(brief: &mut Brief) {
    let told = matches!(
        brief.genre,
        Genre::Dashboard
            | Genre::MobileApp
            | Genre::WebPage
            | Genre::ProductGrid
            | Genre::Settings
            | Genre::Form
    );
    let rows = brief.lists.iter().any(|list| list.kind == "row");
    if !told || rows || !brief.records.is_empty() {
        return;
    }
    let words = matches!(brief.genre, Genre::Settings | Genre::Form);
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let rows: Vec<(Quoted, Span)> = crate::quotes::find(&brief.prompt, &[])
        .into_iter()
        .filter(|quoted| quoted.outer.start >= start)
        .filter_map(|quoted| {
            let value = behind(&brief.prompt, quoted.outer.end, words)?;
            Some((quoted, value))
        })
        .collect();
    if rows.len() < ROWS_MIN {
        return;
    }
    for (quoted, value) in rows {
        pair(brief, &quoted.inner, value);
    }
    brief.order_literals();
}

/// Makes what stands behind a quote its value.
fn pair(brief: &mut Brief, name: &Span, value: Span) {
    let known = brief.pairs.iter().any(|pair| {
        let label = pair.label.map(|at| &brief.literals[at].span);
        label.is_some_and(|span| span == name) && brief.literals[pair.value].span == value
    });
    if known {
        return;
    }
    brief.remove_literals(|literal| literal.meets(&value));
    let label = brief.literals.iter().position(|l| l.span == *name);
    let label = label.unwrap_or_else(|| add(brief, name.clone(), Role::Item));
    let literal = &mut brief.literals[label];
    literal.origin = Origin::Quoted;
    if !matches!(literal.role, Role::Label | Role::Field) {
        literal.role = Role::Item;
    }
    let priced = brief.prompt[value.clone()].contains(['$', '€', '£', '¥', '₹', '₩', '₺', '₽']);
    let role = if priced { Role::Price } else { Role::Value };
    let value = add(brief, value, role);
    brief.pairs.retain(|pair| pair.label != Some(label));
    brief.pairs.push(Pair {
        label: Some(label),
        label_text: brief.literals[label].text.clone(),
        value,
    });
}

/// The short text between a quote and the next mark: a figure, or, where `words` may be told, a name or an address.
fn behind(prompt: &str, from: usize, words: bool) -> Option<Span> {
    let rest = prompt.get(from..)?;
    if !rest.starts_with(' ') {
        return None;
    }
    let mut end = rest.len();
    let mut before = ' ';
    for (at, c) in rest.char_indices() {
        let next = rest[at + c.len_utf8()..].chars().next();
        let figure = before.is_ascii_digit() && next.is_some_and(|c| c.is_ascii_digit());
        let cuts = match c {
            ',' => !figure,
            '.' => next.is_none_or(char::is_whitespace),
            ';' | '\n' | '"' | '\'' | '“' | '„' | '«' | '‘' | '’' | '「' | '(' | '、' | '，'
            | '。' | '；' | '،' | ':' => !figure,
            _ => false,
        };
        if cuts {
            end = at;
            break;
        }
        before = c;
    }
    let mut text = &rest[..end];
    for joint in [
        " and ", " y ", " et ", " und ", " e ", " en ", " i ", " и ", " ve ",
    ] {
        text = text.split(joint).next().unwrap_or(text);
    }
    let span = trimmed_end(prompt, from..from + text.len())?;
    let told = &prompt[span.clone()];
    let count = told.split_whitespace().count();
    let bare = told.trim_start_matches(|c| "+-−~≈$€£¥₹₩₺₽".contains(c));
    let bare = bare.strip_prefix("R$").map_or(bare, str::trim_start);
    let figure = bare.starts_with(|c: char| c.is_ascii_digit());
    let named = words
        && (told.starts_with(char::is_uppercase) || told.contains('@'))
        && !told.split_whitespace().any(|word| {
            let small = word.starts_with(char::is_lowercase) && !word.contains('@');
            small && word.chars().count() > 3
        });
    ((figure || named) && count <= WORDS_MAX).then_some(span)
}

/// A span without the blanks at its ends; the sign of a figure stays.
fn trimmed_end(prompt: &str, span: Span) -> Option<Span> {
    let text = prompt.get(span.clone())?;
    let start = span.start + (text.len() - text.trim_start().len());
    let end = span.start + text.trim_end().len();
    trimmed(prompt, start..end)?;
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn figures_behind_quotes_are_their_values() {
        for (prompt, want) in [
            (
                "Carrito de compra: \"Tren de madera\" 32,00 €, \"Puzzle 500 piezas\" 14,50 €. Botón \"Finalizar compra\"",
                "Tren de madera=32,00 € Puzzle 500 piezas=14,50 €",
            ),
            (
                "Файловый менеджер. Файлы: «отчёт.docx» 120 КБ, «билеты.pdf» 480 КБ",
                "отчёт.docx=120 КБ билеты.pdf=480 КБ",
            ),
            (
                "Instellingenpagina: \"Naam\" Sanne de Wit, \"E-mail\" sanne@voorbeeld.nl en een knop \"Opslaan\"",
                "Naam=Sanne de Wit E-mail=sanne@voorbeeld.nl",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<String> = brief
                .pairs
                .iter()
                .map(|pair| format!("{}={}", pair.label_text, brief.literals[pair.value].text))
                .collect();
            assert_eq!(found.join(" "), want, "{prompt}");
        }
    }
}

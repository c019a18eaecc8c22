//! The head of a list of facts: a lead of its own, or a name that speaks of the points behind it.

use super::{emit, trim};
use crate::Role;
use crate::diagram::content::{Run, is_instruction, spaced_dash};
use crate::numbers::count_at;
use crate::reader::Reader;
use crate::tokens::Sep;

/// The title of an infographic: a lead of its own, else nothing.
pub(super) fn head(reader: &mut Reader<'_>, lead: Run) {
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|literal| literal.role == Role::Title);
    let opens = (lead.0..lead.1).find(|&at| !reader.is_sep(at));
    let lead = trim(reader, lead);
    // "how to make compost in 5 steps: 1 …": some words before a colon of their own.
    let announced = (reader.sep(lead.1, Sep::Colon)
        || reader.sep(lead.1, Sep::Stop)
        || spaced_dash(reader, lead.1))
        && (3..=9).contains(&lead.1.saturating_sub(lead.0))
        && !matches!(
            reader.key(lead.0),
            "with" | "showing" | "of" | "for" | "on" | "about" | "that" | "in"
        );
    let said = lead.0 < lead.1
        && (reader.is_capital(lead.0)
            || announced
            || counts_on(reader, lead)
            || reader.tokens[lead.0].quote().is_some()
            || count_at(&reader.tokens, lead.0).is_some());
    if !titled && said && !is_instruction(reader, lead) {
        let from = opens.filter(|_| announced).unwrap_or(lead.0);
        emit(reader, (from, lead.1), Role::Title);
    }
}

/// "benefits of green tea", "喝水的好处": whether a name speaks of the points that follow it.
pub(super) fn counts_on(reader: &Reader<'_>, (from, to): Run) -> bool {
    #[rustfmt::skip]
    const POINTS: &[&str] = &[
        "benefits", "reasons", "ways", "tips", "steps", "facts", "rules", "signs", "types", "habits", "advantages",
        "beneficios", "razones", "consejos", "pasos", "bienfaits", "raisons", "conseils", "étapes", "vorteile", "gründe",
        "tipps", "schritte", "benefici", "consigli", "motivi", "benefícios", "dicas", "voordelen", "redenen", "korzyści",
        "zalety", "powody", "sposoby", "faydaları", "yararları", "nedenleri", "польза", "причины", "советы", "користь",
        "поради", "причини", "فوائد", "نصائح",
    ];
    const ENDINGS: &[&str] = &[
        "好处",
        "好處",
        "方法",
        "理由",
        "技巧",
        "步骤",
        "步驟",
        "メリット",
        "コツ",
        "장점",
        "방법",
        "이유",
    ];
    let text = crate::tokens::lower(reader.text(from, to));
    let told = text
        .split(|c: char| !c.is_alphabetic())
        .any(|word| POINTS.contains(&word));
    told || ENDINGS.iter().any(|end| text.ends_with(end))
}

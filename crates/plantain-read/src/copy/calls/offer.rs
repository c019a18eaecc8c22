//! Offers told in one breath: the share, the days it holds, the code and the call, without marks between them.

use super::{BUTTONS, emit, free, phrase};
use crate::Role;
use crate::forms::FormKind;
use crate::reader::Reader;
use crate::tokens::{Case, Kind};

/// When an offer holds, the longer first.
const SPANS: &[&[&str]] = &[
    &["this", "weekend", "only"],
    &["this", "week", "only"],
    &["today", "only"],
    &["one", "day", "only"],
    &["while", "stocks", "last"],
    &["while", "supplies", "last"],
    &["ends", "tonight"],
    &["ends", "today"],
    &["ends", "sunday"],
    &["ends", "monday"],
    &["ends", "friday"],
    &["ends", "saturday"],
    &["ends", "tomorrow"],
    &["ends", "soon"],
];

/// "flash sale 40% off all plants today only code GREEN40 swipe up": the parts of an offer without marks between them.
pub(super) fn offer(reader: &mut Reader<'_>, from: usize, to: usize) {
    let Some(start) = (from..to).find(|&i| {
        reader.form(i) == Some(FormKind::Percent)
            && matches!(
                reader.key(i + 1),
                "off" | "on" | "discount" | "rabatt" | "auf"
            )
            && i + 1 < to
    }) else {
        return;
    };
    // "70% OFF button Shop now": the word for a control ends the offer, and is no part of it.
    let to = (start..to)
        .find(|&i| matches!(reader.key(i), "button" | "cta" | "btn" | "badge"))
        .unwrap_or(to);
    // "up to 70% off"
    let start =
        match start >= from + 2 && reader.key(start - 1) == "to" && reader.key(start - 2) == "up" {
            true => start - 2,
            false => start,
        };
    let code = (start..to).find(|&i| {
        reader.key(i) == "code"
            && reader.tokens.get(i + 1).is_some_and(|t| {
                matches!(t.kind, Kind::Form(FormKind::Code)) || t.case == Case::Upper
            })
    });
    let span = (start..to).find(|&i| phrase(reader, i, SPANS).is_some());
    let call = (start..to).find(|&i| phrase(reader, i, BUTTONS).is_some());
    // An offer that ends with its clause is read well enough.
    if code.is_none() && span.is_none() && call.is_none() || !free(reader, start, to) {
        return;
    }
    let lead = code.map(|at| {
        let used = at > start && matches!(reader.key(at - 1), "use" | "with");
        at - usize::from(used)
    });
    let end = [lead, span, call].into_iter().flatten().min().unwrap_or(to);
    if end > start + 1 {
        emit(reader, start, end, Role::Title);
    }
    if let Some(at) = span {
        let len = phrase(reader, at, SPANS).unwrap_or(1);
        emit(reader, at, at + len, Role::Subtitle);
    }
    if let (Some(lead), Some(code)) = (lead, code) {
        emit(reader, lead, code + 2, Role::Badge);
    }
}

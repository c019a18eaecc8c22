//! What is set apart: highlighted, struck out, ticked, marked as something.

use crate::instruction::additions::free_text;
use crate::instruction::predicates::{Parsed, is_whole};
use crate::instruction::targets::{Reach, targets_at};
use crate::instruction::verbs::leading_verb_at;
use crate::instruction::words::Words;
use crate::instruction::{Change, MarkManner, Marking, Target};

/// What something is marked as that is over or not to be had, as people write it.
const OVER: &[&str] = &[
    "sold out",
    "soldout",
    "out of stock",
    "unavailable",
    "not available",
    "cancelled",
    "canceled",
    "discontinued",
    "closed",
    "taken",
    "ausverkauft",
    "vergriffen",
    "abgesagt",
    "storniert",
    "épuisé",
    "épuisée",
    "complet",
    "annulé",
    "annulée",
    "agotado",
    "agotada",
    "cancelado",
    "cancelada",
    "esaurito",
    "esaurita",
    "annullato",
    "esgotado",
    "esgotada",
    "uitverkocht",
    "geannuleerd",
    "wyprzedane",
    "odwołane",
    "распродано",
    "отменено",
    "розпродано",
    "скасовано",
    "tükendi",
    "iptal",
    "売り切れ",
    "完売",
    "中止",
    "售罄",
    "已取消",
    "품절",
    "매진",
    "취소",
    "نفد",
    "ملغى",
    "אזל",
    "בוטל",
];

/// What something is marked as that is done.
const DONE: &[&str] = &[
    "done",
    "complete",
    "completed",
    "finished",
    "checked",
    "ticked",
    "erledigt",
    "fertig",
    "terminé",
    "terminée",
    "fait",
    "hecho",
    "hecha",
    "terminado",
    "completado",
    "fatto",
    "completato",
    "feito",
    "concluído",
    "klaar",
    "gedaan",
    "gotowe",
    "zrobione",
    "сделано",
    "готово",
    "виконано",
    "tamamlandı",
    "完了",
    "完成",
    "완료",
    "تم",
    "בוצע",
];

/// "mark the latte as sold out", "flag invoice 12 as paid"; without "as" it is highlighted.
pub(super) fn mark(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, targets) = told(words, at, to)?;
    // "mark 14 and 20 with a red circle"
    if let Some(from) = words.one_of(end, "with a|with") {
        let color = crate::colors::color_at(&words.reader.tokens, from);
        let from = from + color.map_or(0, |(len, _)| len);
        let end = words.one_of(from, "circle|ring|dot|star|marker|highlight|mark")?;
        let closes = words.closes(end, to);
        return closes.then(|| (end, all(targets, MarkManner::Highlighted, None)));
    }
    let Some(from) = words.one_of(end, "as|as being") else {
        let bare = words.closes(end, to);
        return bare.then(|| (end, all(targets, MarkManner::Highlighted, None)));
    };
    // "mark Pro as most popular and show …": a verb begins something else.
    let to = (from + 1..to)
        .find(|&at| words.is(at, "and|then|but") && leading_verb_at(words, at + 1).is_some())
        .unwrap_or(to);
    let (end, tag) = free_text(words, from, to)?;
    let manner = manner_of(&tag.to_lowercase()).unwrap_or_default();
    let tag = (manner != MarkManner::Done).then_some(tag);
    Some((end, all(targets, manner, tag)))
}

/// How something that is listed stands, as boards and lists tell it.
const STATES: &[&str] = &[
    "delayed",
    "late",
    "on time",
    "boarding",
    "arrived",
    "departed",
    "postponed",
    "pending",
    "overdue",
    "paid",
    "unpaid",
    "full",
    "fully booked",
    "booked",
    "reserved",
    "shipped",
    "delivered",
    "approved",
    "rejected",
    "in progress",
    "on hold",
];

/// How a list shows the state that words tell.
fn manner_of(state: &str) -> Option<MarkManner> {
    let among = |list: &[&str]| list.contains(&state);
    [
        (OVER, MarkManner::Struck),
        (DONE, MarkManner::Done),
        (STATES, MarkManner::Plain),
    ]
    .into_iter()
    .find_map(|(list, manner)| among(list).then_some(manner))
}

/// "sold out", "done", "delayed": how something stands, and the token behind.
pub(in crate::instruction) fn state_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, Marking)> {
    (at + 1..=to.min(at + 3)).rev().find_map(|end| {
        let tag = words.text(at, end).to_lowercase();
        let closes = end == to || words.is_sep(end) || words.is(end, "and|so|now|then|but");
        let manner = manner_of(&tag).filter(|_| closes)?;
        let marking = Marking {
            tag: (manner != MarkManner::Done).then_some(tag),
            manner,
        };
        Some((end, marking))
    })
}

/// "highlight 14 and 15", "highlight the Pro plan as most popular".
pub(super) fn highlight(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if at == 0 || !words.is(at - 1, "highlight") {
        return None;
    }
    let from = at + usize::from(words.is(at, "just|only"));
    let (end, targets) = told(words, from, to)?;
    let tag = words
        .one_of(end, "as|as the|as our|as a")
        .and_then(|from| free_text(words, from, to));
    let (end, tag) = tag.map_or((end, None), |(end, tag)| (end, Some(tag)));
    let closes = words.skip_idle(end, to) >= to || words.is_sep(end) || words.is(end, "and|but");
    closes.then(|| (end, all(targets, MarkManner::Highlighted, tag)))
}

/// "cross out the old price".
pub(super) fn strike(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, targets) = told(words, at, to)?;
    Some((end, all(targets, MarkManner::Struck, None)))
}

/// "cancel the Thursday class": struck out, and it says why.
pub(super) fn cancel(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, targets) = told(words, at, to)?;
    let tag = Some("cancelled".to_owned());
    Some((end, all(targets, MarkManner::Struck, tag)))
}

/// "tick off “Buy milk”".
pub(super) fn tick(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, targets) = told(words, at, to)?;
    Some((end, all(targets, MarkManner::Done, None)))
}

fn told(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Vec<Target>)> {
    let (end, targets) = targets_at(words, at, to, Reach::UntilWith)?;
    let whole = targets
        .iter()
        .any(|target| is_whole(target) && target.words.is_empty());
    (!whole).then_some((end, targets))
}

/// "we're out of Riesling": what is not to be had any more.
pub(in crate::instruction) fn out_of(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const OUT: &str = "we're out of|we are out of|were out of|we ran out of|out of|we have no more|there is no more|there's no more";
    let from = words.one_of(at, OUT)?;
    let (end, targets) = targets_at(words, from, to, crate::instruction::targets::Reach::Bare)?;
    words
        .closes(end, to)
        .then(|| (end, all(targets, MarkManner::Struck, None)))
}

fn all(targets: Vec<Target>, manner: MarkManner, tag: Option<String>) -> Vec<Change> {
    targets
        .into_iter()
        .map(|target| Change::Mark {
            target,
            marking: Marking {
                tag: tag.clone(),
                manner,
            },
        })
        .collect()
}

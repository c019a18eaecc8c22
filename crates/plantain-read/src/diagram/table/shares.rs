//! The word for per cent behind the last of several shares: "Rent 40, Food 25, Savings 35 percent".

use crate::reader::Reader;
use crate::{DataSet, Role};

/// Words for per cent that stand behind a figure, in lower case.
const WORDS: &[&str] = &[
    " percent",
    " per cent",
    " pct",
    " prozent",
    " por ciento",
    " por cento",
    " pour cent",
    " per cento",
    " procent",
    " процентов",
    " відсотків",
];

/// Shows all shares of the only series with the sign, where the word stands behind its last figure alone.
pub(super) fn sign(reader: &mut Reader<'_>, sets: &mut [DataSet]) {
    let [set] = sets else { return };
    let bare = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
    };
    let Some((last, before)) = set.points.split_last() else {
        return;
    };
    let lower = last.shown.to_lowercase();
    let Some(figure) = WORDS.iter().find_map(|word| lower.strip_suffix(word)) else {
        return;
    };
    if before.is_empty() || !bare(figure) || !before.iter().all(|point| bare(&point.shown)) {
        return;
    }
    for point in &mut set.points {
        let bare = point.shown.split(' ').next().unwrap_or_default();
        let signed = format!("{bare}%");
        let literal = reader
            .brief
            .literals
            .iter_mut()
            .find(|l| l.role == Role::Value && l.text == point.shown);
        if let Some(literal) = literal {
            literal.text.clone_from(&signed);
        }
        point.shown = signed;
    }
}

//! Lines of a transit map that are only counted and coloured: "subway map, three lines red blue green. stations "Airport",
//! "Central" …; Central is the interchange".

use crate::{Branch, Brief, Constraint, Genre};

/// Words for what runs along the lines.
const RUNS: &[&str] = &[
    "subway",
    "metro",
    "tram",
    "transit",
    "underground",
    "tube",
    "train",
    "bus",
];

/// Fewest stations that several lines can share.
const STATIONS_MIN: usize = 4;

/// Lays the stations on the lines: all lines meet where one changes, and take turns with the others.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = brief.prompt.to_lowercase();
    let runs = RUNS.iter().any(|word| lower.contains(word));
    if brief.genre != Genre::Map || !runs || !brief.tree.is_empty() {
        return;
    }
    let counted = brief.constraints.iter().find_map(|rule| match rule {
        Constraint::Count { of, n } if of.trim_end_matches('s') == "line" => Some(*n as usize),
        _ => None,
    });
    let stations = brief
        .lists
        .iter()
        .find(|list| matches!(list.kind.as_str(), "station" | "stop" | "item"))
        .map(|list| list.items.clone());
    let (Some(lines), Some(stations)) = (counted, stations) else {
        return;
    };
    let colors: Vec<String> = brief
        .look
        .palette
        .iter()
        .map(|color| color.name.to_string())
        .collect();
    if !(2..=6).contains(&lines) || colors.len() < lines || stations.len() < STATIONS_MIN {
        return;
    }
    let hub = stations
        .iter()
        .copied()
        .find(|&at| {
            let name = brief.literals[at].text.to_lowercase();
            [
                "is the interchange",
                "is the hub",
                "is an interchange",
                "is the transfer",
            ]
            .iter()
            .any(|told| lower.contains(&format!("{name} {told}")))
        })
        .unwrap_or(stations[stations.len() / 2]);
    let others: Vec<usize> = stations.into_iter().filter(|&at| at != hub).collect();
    for (line, color) in colors.iter().take(lines).enumerate() {
        let name = crate::literals::capitalized(color);
        let parent = brief.tree.len();
        brief.tree.push(Branch {
            text: name,
            ..Branch::default()
        });
        let own: Vec<usize> = others.iter().copied().skip(line).step_by(lines).collect();
        let (before, behind) = own.split_at(own.len().div_ceil(2));
        for &at in before.iter().chain([&hub]).chain(behind) {
            brief.tree.push(Branch {
                literal: Some(at),
                text: brief.literals[at].text.clone(),
                parent: Some(parent),
                ..Branch::default()
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn lines_that_are_only_counted_meet_in_the_hub() {
        let brief = read(
            "metro map, two lines red and blue. stations \"Dock\", \"Square\", \"Mill\", \"Park\"; Square is the interchange",
        );
        let told: Vec<(&str, Option<usize>)> = brief
            .tree
            .iter()
            .map(|branch| (branch.text.as_str(), branch.parent))
            .collect();
        assert_eq!(
            told,
            [
                ("Red", None),
                ("Dock", Some(0)),
                ("Square", Some(0)),
                ("Park", Some(0)),
                ("Blue", None),
                ("Mill", Some(4)),
                ("Square", Some(4)),
            ]
        );
    }
}

//! What a screen is about: navigation, figures, breakdown and table that belong to a subject.

use std::sync::OnceLock;

use plantain_read::Brief;

use super::rows;

/// The inventory of a subject. Words are keys for [`super::Filler::word`].
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    pub name: &'static str,
    /// Icon of the product.
    pub icon: &'static str,
    /// The figure that leads when the prompt gives none.
    pub hero: Kpi,
    /// Navigation: word and icon.
    pub nav: Vec<(&'static str, &'static str)>,
    pub kpis: Vec<Kpi>,
    /// Title of the breakdown and its parts; parts that start with "coin:" are names, not keys.
    pub share: &'static str,
    pub parts: Vec<&'static str>,
    pub table: &'static str,
    /// Heads and kinds of the table's columns.
    pub columns: Vec<(&'static str, &'static str)>,
    /// Status words, and whether they are good (+), open (~), bad (-) or neutral (.).
    pub statuses: Vec<(&'static str, char)>,
}

/// A figure of a subject.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kpi {
    pub word: &'static str,
    pub icon: &'static str,
    /// "int", "pct", "money", "dec", "hours", "minutes", "mmss", or "unit kWh".
    pub form: &'static str,
    pub value: f64,
    /// Change in per cent. Where less is better, the table gives a fall.
    pub delta: f64,
}

/// Weight of a word of the topic list, of a label and of any other word of the prompt.
const WEIGHTS: [i32; 3] = [3, 2, 1];

impl Topic {
    /// Returns the subject that fits the brief best, or the general one.
    pub fn of(brief: &Brief) -> Self {
        let prompt = brief.heard();
        let words: Vec<&str> = prompt
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 1)
            .collect();
        let mut best = (0, "general");
        for row in table() {
            if row[0] == "general" {
                continue;
            }
            let known = |word: &str| row[1].split(' ').any(|k| k == word);
            let said = brief
                .topic
                .iter()
                .flat_map(|t| t.split(' '))
                .filter(|w| known(w))
                .count() as i32;
            let labelled = brief
                .pairs
                .iter()
                .filter_map(|p| {
                    let own = p.label_text.to_lowercase();
                    let english = plantain_read::english(&own, &brief.language.0);
                    own.split(' ')
                        .chain(english.split(' '))
                        .find(|w| known(w))
                        .map(|_| ())
                })
                .count() as i32;
            let heard = words.iter().filter(|w| known(w)).count() as i32;
            let score = said * WEIGHTS[0] + labelled * WEIGHTS[1] + heard * WEIGHTS[2];
            if score > best.0 {
                best = (score, row[0]);
            }
        }
        Self::named(best.1)
    }

    /// Returns a subject by name; the general one when there is no such name.
    pub fn named(name: &str) -> Self {
        let rows = table();
        let row = rows
            .iter()
            .find(|r| r[0] == name)
            .or(rows.last())
            .map_or(&[][..], Vec::as_slice);
        let cell = |i: usize| row.get(i).copied().unwrap_or_default();
        let pairs = |text: &'static str| {
            text.split(' ')
                .filter_map(|p| p.split_once(':'))
                .collect::<Vec<_>>()
        };
        let (form, value) = cell(4).rsplit_once(':').unwrap_or(("int", "0"));
        Self {
            name: cell(0),
            icon: cell(2),
            hero: Kpi {
                word: cell(3),
                icon: cell(2),
                form,
                value: value.parse().unwrap_or(0.0),
                delta: 12.5,
            },
            nav: pairs(cell(5)),
            kpis: cell(6).split(';').filter_map(Kpi::parse).collect(),
            share: cell(7),
            parts: cell(8).split(' ').collect(),
            table: cell(9),
            columns: pairs(cell(10)),
            statuses: pairs(cell(11))
                .into_iter()
                .filter_map(|(w, c)| Some((w, c.chars().next()?)))
                .collect(),
        }
    }
}

impl Kpi {
    fn parse(text: &'static str) -> Option<Self> {
        let mut parts = text.split(':');
        Some(Self {
            word: parts.next()?,
            icon: parts.next()?,
            form: parts.next()?,
            value: parts.next()?.parse().ok()?,
            delta: parts.next()?.parse().ok()?,
        })
    }
}

fn table() -> &'static [Vec<&'static str>] {
    static ROWS: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
    rows(include_str!("topics.tsv"), &ROWS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filler::Filler;
    use crate::rng::Rng;

    #[test]
    fn every_subject_is_whole() {
        let filler = Filler::new("de", Rng::new(1));
        for row in table() {
            let topic = Topic::named(row[0]);
            assert_eq!(topic.name, row[0]);
            assert!(
                topic.nav.len() >= 5 && topic.kpis.len() >= 4,
                "{}",
                topic.name
            );
            assert!(
                topic.columns.len() == 4 && topic.statuses.len() == 3 && topic.parts.len() == 4,
                "{}",
                topic.name
            );
            for icon in topic
                .nav
                .iter()
                .map(|n| n.1)
                .chain(topic.kpis.iter().map(|k| k.icon))
                .chain([topic.icon])
            {
                assert!(
                    plantain_art::icon(icon).is_some(),
                    "{}: no icon {icon}",
                    topic.name
                );
            }
            let keys = topic
                .nav
                .iter()
                .map(|n| n.0)
                .chain(topic.kpis.iter().map(|k| k.word));
            for key in keys.chain([topic.share, topic.table]) {
                assert!(!filler.word(key).contains('_'), "{key}");
            }
        }
    }

    #[test]
    fn prompts_find_their_subject() {
        for (prompt, want) in [
            ("crypto portfolio screen, btc and eth", "crypto"),
            ("Tableau de bord énergie pour une maison", "energy"),
            ("fitness dashboard with steps and calories", "fitness"),
            ("an admin dashboard", "general"),
            ("school dashboard with student attendance", "school"),
            ("sales dashboard for an online shop", "sales"),
        ] {
            let brief = Brief {
                prompt: prompt.into(),
                ..Brief::default()
            };
            assert_eq!(Topic::of(&brief).name, want, "{prompt}");
        }
    }
}

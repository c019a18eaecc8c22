//! Parts of a whole as rows: the name, its share, and a bar as long as the share.

use plantain_scene::build::{col, row};
use plantain_scene::node::Align;
use plantain_scene::{Node, Token};

use super::kit::{Kit, Type, Word};
use super::supply::Entry;

/// Points of a bar, and between a bar and its words.
const BAR: f32 = 10.0;
const GAP: f32 = 8.0;

/// Returns the share of each entry where all of them are percentages of one whole.
pub fn shares(entries: &[Entry]) -> Option<Vec<f32>> {
    const PARTS_MIN: usize = 2;
    /// What rounding may add or take away.
    const SLACK: f32 = 2.0;
    let shares: Vec<f32> = entries
        .iter()
        .map(|entry| {
            entry.name.as_ref()?;
            let figure = entry.figure.as_ref()?.text.trim();
            let number = figure.strip_suffix('%').or(figure.strip_prefix('%'))?;
            number.trim().replace(',', ".").parse::<f32>().ok()
        })
        .collect::<Option<_>>()?;
    let whole: f32 = shares.iter().sum();
    let parts = shares.len() >= PARTS_MIN && (whole - 100.0).abs() <= SLACK;
    parts.then(|| shares.iter().map(|share| share / 100.0).collect())
}

impl Kit<'_> {
    /// Returns a card with a bar for each entry, the largest in the accent.
    pub fn share_card(&self, entries: &[Entry], shares: &[f32]) -> Node {
        let most = shares.iter().copied().fold(0.0, f32::max);
        let blank = Word::default();
        let rows = entries.iter().zip(shares).map(|(entry, share)| {
            let leads = *share >= most;
            let name = self
                .text(entry.name.as_ref().unwrap_or(&blank), Type::Strong)
                .max_lines(2)
                .grow(1.0);
            let figure = self
                .figure(entry.figure.as_ref().unwrap_or(&blank), Type::Strong)
                .text_align(Align::End)
                .rigid();
            let color = if leads { Token::Accent } else { Token::Muted };
            let bar = self.progress(*share, BAR, color.into(), self.accent_track());
            let mut words = col()
                .role("option")
                .fill_w()
                .gap(self.u(GAP))
                .child(row().fill_w().gap(self.u(12.0)).child(name).child(figure));
            for more in &entry.more {
                words = words.child(self.text(more, Type::Caption).max_lines(1));
            }
            words.child(bar)
        });
        self.surface(
            col()
                .role("options")
                .fill_w()
                .rigid()
                .pad(self.u(20.0))
                .gap(self.u(20.0)),
        )
        .children(rows)
    }

    /// Returns the height of [`Kit::share_card`].
    pub fn share_card_height(&self, entries: &[Entry]) -> f32 {
        let each = self.line(Type::Strong) + self.u(GAP + BAR);
        let notes: usize = entries.iter().map(|entry| entry.more.len()).sum();
        let gaps = entries.len().saturating_sub(1) as f32 * self.u(20.0);
        entries.len() as f32 * each
            + notes as f32 * (self.line(Type::Caption) + self.u(GAP))
            + gaps
            + self.u(40.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_parts_of_one_whole() {
        for (rows, want) in [
            (
                &[("Thai", "42%"), ("Pizza", "35 %"), ("Sushi", "23%")][..],
                true,
            ),
            (&[("Oui", "61,5 %"), ("Non", "38,5 %")], true),
            (&[("Battery", "84%"), ("Humidity", "40%")], false),
            (&[("Thai", "42"), ("Pizza", "58")], false),
            (&[("Done", "100%")], false),
        ] {
            let entries: Vec<Entry> = rows
                .iter()
                .map(|(name, figure)| Entry {
                    name: Some(Word::asked(name)),
                    figure: Some(Word::asked(figure)),
                    more: Vec::new(),
                })
                .collect();
            assert_eq!(shares(&entries).is_some(), want, "{rows:?}");
        }
    }
}

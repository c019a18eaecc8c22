//! The foot of a site: its mark, a few places in columns, a line under a rule.

use plantain_scene::build::{col, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::Page;
use crate::components::ui::{Type, Word};

/// Columns of places: a head with what stands under it.
const COLUMNS: [(&str, [&str; 3]); 3] = [
    ("Product", ["Features", "Pricing", "Integrations"]),
    ("Company", ["About", "Team", "Contact"]),
    ("Help", ["Getting started", "Privacy", "Terms"]),
];

impl Page<'_> {
    /// Returns the foot of a site, as wide as the space it stands in. Its words are invented, but for those in `told`.
    pub fn footer(&self, brand: Option<&Word>, told: &[Word]) -> Node {
        let kit = &self.kit;
        let mut left = col()
            .gap(kit.u(10.0))
            .grow(1.0)
            .child(kit.logo_mark(26.0, self.variant));
        if let Some(brand) = brand {
            // The header has the name as it was written; this one repeats it.
            let again = Word::built(brand.text.clone());
            left = left.child(kit.text(&again, Type::Strong).max_lines(1));
        }
        let mut line = row()
            .fill_w()
            .gap(kit.u(28.0))
            .align(Place::Start)
            .child(left);
        if kit.filler && !self.tall() {
            for (head, places) in COLUMNS {
                let links = places
                    .iter()
                    .map(|place| kit.text(&kit.say(place), Type::Caption).max_lines(1));
                line = line.child(
                    col()
                        .gap(kit.u(7.0))
                        .w(kit.u(150.0))
                        .child(
                            kit.text(&kit.say(head), Type::Caption)
                                .weight(600)
                                .color(Token::Ink)
                                .max_lines(1),
                        )
                        .children(links),
                );
            }
        }
        let mut foot = col()
            .role("footer")
            .fill_w()
            .rigid()
            .gap(kit.u(14.0))
            .pad4(kit.u(6.0), 0.0, 0.0, 0.0)
            .child(kit.rule())
            .child(line);
        for word in told {
            foot = foot.child(kit.text(word, Type::Caption).max_lines(2));
        }
        foot
    }

    /// Returns the height of [`Page::footer`] without told words.
    pub fn footer_height(&self) -> f32 {
        let kit = &self.kit;
        kit.u(6.0 + 14.0 + 3.0 * 7.0) + 4.0 * kit.line(Type::Caption)
    }
}

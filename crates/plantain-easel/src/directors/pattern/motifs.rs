//! What a pattern repeats.

use plantain_scene::Rgba;

use crate::stage::cast::{Actor, Cast};
use crate::stage::prop::Art;

/// Plain forms, which have no colour of their own.
const FORMS: &[&str] = &[
    "triangle",
    "circle",
    "square",
    "hexagon",
    "diamond",
    "star",
    "heart",
    "dot",
    "cube",
    "sphere",
    "rectangle",
    "pentagon",
    "rhombus",
    "oval",
    "ring",
];

/// Returns one actor of each phrase; plain forms take each of the colours that are asked for in turn.
pub(super) fn of(cast: &Cast, asked: &[Rgba]) -> Vec<Actor> {
    let firsts = cast.groups.iter().filter_map(|group| group.first());
    let drawn = firsts
        .map(|a| &cast.actors[*a])
        .filter(|a| a.prop.art != Art::StandIn);
    drawn
        .flat_map(|actor| {
            let form = FORMS.contains(&actor.prop.noun.as_str()) && actor.tint.is_none();
            if !form || asked.is_empty() {
                return vec![actor.clone()];
            }
            asked
                .iter()
                .map(|color| Actor {
                    tint: Some(*color),
                    ..actor.clone()
                })
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    #[test]
    fn forms_take_the_colours_that_are_asked_for() {
        let asked = [Rgba::hex(0x14213d), Rgba::hex(0xd4af37)];
        for (prompt, tints) in [
            ("seamless pattern of triangles", 2),
            ("seamless pattern of lemons", 0),
            ("seamless pattern of red triangles", 1),
        ] {
            let brief = crate::stage::mend::mend(&plantain_read::read(prompt));
            let motifs = of(&Cast::new(&brief, &Rng::new(1)), &asked);
            let dyed = motifs.iter().filter(|a| a.tint.is_some()).count();
            assert_eq!(dyed, tints, "{prompt}");
        }
    }
}

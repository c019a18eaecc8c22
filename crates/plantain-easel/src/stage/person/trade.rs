//! Trades and roles: the clothes, hats, trims and tools by which one knows a cook from a knight.

mod legend;
mod play;
mod service;
mod tale;
mod town;

use plantain_scene::Rgba;

use super::tool::ArtName;
use super::{Arms, Hair, Hat, Outfit, Person, Pose, Tool, Trim};
use crate::rng::Rng;

/// What one wears and holds.
#[derive(Clone, Copy)]
struct Dress {
    outfit: Outfit,
    top: u32,
    bottom: u32,
    shoes: u32,
    /// Shirt, sash, trunks or tabard under or over the main garment.
    under: u32,
    hat: Option<(Hat, u32)>,
    trims: &'static [Trim],
    glasses: bool,
    beard: bool,
    tool: Option<Tool>,
    arms: Arms,
}

/// A colour of a trim.
const fn c(rgb: u32) -> Rgba {
    Rgba::hex(rgb)
}

const PLAIN: Dress = Dress {
    outfit: Outfit::Plain,
    top: 0x3f7cc4,
    bottom: 0x33476b,
    shoes: 0x2d2f38,
    under: 0xf7f4ee,
    hat: None,
    trims: &[],
    glasses: false,
    beard: false,
    tool: None,
    arms: Arms::Rest,
};

const fn art(name: &'static str, side: f32, turn: f32, grip: [f32; 2]) -> Option<Tool> {
    Some(Tool::Art(ArtName(name), side, turn, grip))
}

/// Trades by the words that name them: the last word of a noun decides, whole phrases come first.
const TRADES: [&[(&str, Dress)]; 5] = [
    service::TRADES,
    legend::TRADES,
    town::TRADES,
    tale::TRADES,
    play::TRADES,
];

/// A dress with the words that name its trade.
fn trades() -> impl Iterator<Item = &'static (&'static str, Dress)> {
    TRADES.into_iter().flatten()
}

/// Returns the dress of the trade that a noun names.
fn trade(noun: &str) -> Option<&'static Dress> {
    let named = |word: &str| {
        trades()
            .find(|(words, _)| words.split(',').any(|w| w == word))
            .map(|(_, dress)| dress)
    };
    let mut rest = noun;
    loop {
        if let Some(found) = named(rest) {
            return Some(found);
        }
        rest = rest.split_once(' ')?.1;
    }
}

/// Puts on the clothes of a trade and takes its tool in the hand.
pub(super) fn dress(person: &mut Person, noun: &str, rng: &mut Rng) {
    let Some(dress) = trade(noun) else { return };
    person.outfit = dress.outfit;
    person.top = Rgba::hex(dress.top);
    person.bottom = Rgba::hex(dress.bottom);
    person.shoes = Rgba::hex(dress.shoes);
    person.under = Some(Rgba::hex(dress.under));
    person.hat = dress.hat.map(|(h, c)| (h, Rgba::hex(c)));
    person.tool = dress.tool;
    person.arms = dress.arms;
    if person.hat.is_some() && person.hair == Hair::Afro && rng.chance(0.5) {
        person.hair = Hair::Crop;
    }
    person.trims.extend(dress.trims);
    person.beard |= dress.beard && !person.feminine;
    if dress.glasses {
        person.glasses.get_or_insert(Rgba::hex(0x2c2f3a));
    }
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    match last {
        "runner" | "jogger" | "sprinter" => (person.pose, person.arms) = (Pose::Run, Arms::Pump),
        "ballerina" | "dancer" => person.pose = Pose::Dance,
        "surfer" | "skateboarder" | "snowboarder" | "skier" => {
            (person.pose, person.arms) = (Pose::Board, Arms::Spread)
        }
        "zombie" => person.skin = Rgba::hex(0x9bb88a),
        _ => {}
    }
}

/// Returns whether a word names a trade that has its own dress.
pub fn is_trade(word: &str) -> bool {
    trades().any(|(words, _)| words.split(',').any(|w| w == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trade_is_named_by_its_last_words() {
        for (noun, hat, tool) in [
            ("pastry chef", Some(Hat::Chef), Some(Tool::Pan)),
            (
                "medieval knight",
                Some(Hat::Knight),
                Some(Tool::SwordAndShield),
            ),
            ("woman", None, None),
        ] {
            let found = trade(noun);
            assert_eq!(found.and_then(|d| d.hat).map(|h| h.0), hat, "{noun}");
            assert_eq!(found.and_then(|d| d.tool), tool, "{noun}");
        }
    }

    #[test]
    fn every_tool_of_the_set_is_there() {
        for (words, dress) in trades() {
            if let Some(Tool::Art(ArtName(name), ..)) = dress.tool {
                assert!(plantain_art::object(name).is_some(), "{words}: {name}");
            }
        }
    }
}

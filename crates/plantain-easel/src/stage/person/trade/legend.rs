//! Crowns, spells and blades: the figures of courts and legends.

use super::super::{Arms, Hat, Outfit, Tool, Trim};
use super::{Dress, PLAIN, art, c};

pub(super) const TRADES: &[(&str, Dress)] = &[
    (
        "king,emperor",
        Dress {
            outfit: Outfit::Robe,
            top: 0x8a2846,
            bottom: 0x6b1f38,
            under: 0xf0c24b,
            hat: Some((Hat::Crown, 0xf3c64b)),
            trims: &[Trim::Cape(c(0xa8233f)), Trim::Ermine],
            beard: true,
            tool: Some(Tool::Sceptre),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "queen,empress",
        Dress {
            outfit: Outfit::Gown,
            top: 0x7b2f8f,
            bottom: 0x5c2370,
            hat: Some((Hat::Crown, 0xf3c64b)),
            trims: &[Trim::Cape(c(0xa8233f)), Trim::Ermine],
            tool: Some(Tool::Sceptre),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "princess",
        Dress {
            outfit: Outfit::Gown,
            top: 0xee8fb8,
            bottom: 0xd9709d,
            hat: Some((Hat::Crown, 0xf3c64b)),
            ..PLAIN
        },
    ),
    (
        "prince",
        Dress {
            outfit: Outfit::Uniform,
            top: 0x3557a8,
            bottom: 0xe9e4d8,
            hat: Some((Hat::Crown, 0xf3c64b)),
            trims: &[
                Trim::Epaulettes(c(0xf0c24b)),
                Trim::Belt(c(0xf0c24b)),
                Trim::Boots(c(0x3a2b22)),
                Trim::Cape(c(0xa8233f)),
            ],
            ..PLAIN
        },
    ),
    (
        "wizard,mage,sorcerer,warlock,druid",
        Dress {
            outfit: Outfit::Robe,
            top: 0x473a92,
            bottom: 0x372c74,
            under: 0xe9c25a,
            hat: Some((Hat::Pointed, 0x473a92)),
            beard: true,
            tool: Some(Tool::Staff),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "witch,sorceress",
        Dress {
            outfit: Outfit::Gown,
            top: 0x2f2538,
            bottom: 0x2f2538,
            hat: Some((Hat::Pointed, 0x2f2538)),
            tool: Some(Tool::Broom),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "knight,paladin,crusader",
        Dress {
            outfit: Outfit::Armour,
            top: 0x98a5b4,
            bottom: 0x8794a4,
            shoes: 0x6d7a8a,
            under: 0xb3303a,
            hat: Some((Hat::Knight, 0xa9b5c3)),
            trims: &[Trim::Gloves(c(0x7d8a9a))],
            tool: Some(Tool::SwordAndShield),
            arms: Arms::Fight,
            ..PLAIN
        },
    ),
    (
        "warrior,gladiator,barbarian",
        Dress {
            outfit: Outfit::Armour,
            top: 0xa9743c,
            bottom: 0x7a5230,
            under: 0x8f2f2a,
            trims: &[Trim::Boots(c(0x5f3f26))],
            tool: Some(Tool::SwordAndShield),
            arms: Arms::Fight,
            ..PLAIN
        },
    ),
    (
        "viking",
        Dress {
            outfit: Outfit::Wrap,
            top: 0x6f5136,
            bottom: 0x544437,
            under: 0x3a2b20,
            hat: Some((Hat::Horned, 0x9aa3ad)),
            trims: &[Trim::Fur(c(0xb79a74)), Trim::Boots(c(0x4a3524))],
            beard: true,
            tool: Some(Tool::Axe),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "archer,ranger,robin hood,hunter",
        Dress {
            outfit: Outfit::Wrap,
            top: 0x4c7a4a,
            bottom: 0x5f4a34,
            under: 0x6b4a2f,
            trims: &[Trim::Cape(c(0x345a3a)), Trim::Boots(c(0x4a3524))],
            tool: art("bow-and-arrow", 0.4, 40.0, [0.5, 0.5]),
            arms: Arms::Point,
            ..PLAIN
        },
    ),
    (
        "samurai",
        Dress {
            outfit: Outfit::Wrap,
            top: 0x7d2632,
            bottom: 0x2b2f3f,
            under: 0x2b2f3f,
            tool: Some(Tool::Cutlass),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "ninja,assassin",
        Dress {
            outfit: Outfit::Wrap,
            top: 0x23252e,
            bottom: 0x23252e,
            shoes: 0x17181d,
            under: 0xb3303a,
            hat: Some((Hat::Hood, 0x23252e)),
            trims: &[Trim::FaceMask(c(0x23252e))],
            tool: Some(Tool::Cutlass),
            arms: Arms::Fight,
            ..PLAIN
        },
    ),
    (
        "karateka,judoka,martial artist,karate kid",
        Dress {
            outfit: Outfit::Wrap,
            top: 0xf5f5f2,
            bottom: 0xf5f5f2,
            under: 0x1d1a1c,
            arms: Arms::Fight,
            ..PLAIN
        },
    ),
    (
        "pirate,pirate captain,buccaneer",
        Dress {
            outfit: Outfit::Jacket,
            top: 0x7f2a2e,
            bottom: 0x2c2f3a,
            under: 0xf2efe6,
            hat: Some((Hat::Tricorn, 0x22232b)),
            trims: &[
                Trim::EyePatch,
                Trim::Belt(c(0x3a2b22)),
                Trim::Boots(c(0x2f2620)),
                Trim::Epaulettes(c(0xf0c24b)),
            ],
            tool: Some(Tool::Cutlass),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "captain,ship captain,sea captain,admiral,pilot,airline pilot",
        Dress {
            outfit: Outfit::Suit,
            top: 0x22345c,
            bottom: 0x22345c,
            hat: Some((Hat::Peaked, 0xf3f4f6)),
            trims: &[Trim::Epaulettes(c(0xf0c24b))],
            ..PLAIN
        },
    ),
    (
        "sailor",
        Dress {
            top: 0xf4f5f7,
            bottom: 0x2c4680,
            trims: &[Trim::Kerchief(c(0x2c4680))],
            hat: Some((Hat::Beret, 0xf7f7f7)),
            ..PLAIN
        },
    ),
    (
        "monk",
        Dress {
            outfit: Outfit::Robe,
            top: 0xb5652d,
            bottom: 0x8f4e22,
            under: 0xe0a040,
            arms: Arms::Carry,
            ..PLAIN
        },
    ),
    (
        "nun,priest",
        Dress {
            outfit: Outfit::Robe,
            top: 0x24252c,
            bottom: 0x24252c,
            arms: Arms::Carry,
            ..PLAIN
        },
    ),
];

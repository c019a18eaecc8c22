//! Offices, workshops and schools.

use super::super::{Arms, Hat, Outfit, Tool, Trim};
use super::{Dress, PLAIN, art, c};

pub(super) const TRADES: &[(&str, Dress)] = &[
    (
        "judge",
        Dress {
            outfit: Outfit::Robe,
            top: 0x1f2026,
            bottom: 0x1f2026,
            trims: &[Trim::Kerchief(c(0xffffff))],
            tool: Some(Tool::Hammer),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "graduate",
        Dress {
            outfit: Outfit::Robe,
            top: 0x1f2a4a,
            bottom: 0x1f2a4a,
            under: 0xe9c25a,
            hat: Some((Hat::Mortarboard, 0x1f2a4a)),
            tool: art("scroll", 0.14, 40.0, [0.5, 0.5]),
            arms: Arms::Raise,
            ..PLAIN
        },
    ),
    (
        "businessman,businesswoman,lawyer,banker,manager,ceo,boss,salesman,office worker,politician,president",
        Dress {
            outfit: Outfit::Suit,
            top: 0x34405a,
            bottom: 0x2b354b,
            tool: art("briefcase", 0.19, 0.0, [0.5, 0.04]),
            ..PLAIN
        },
    ),
    (
        "groom",
        Dress {
            outfit: Outfit::Suit,
            top: 0x23252e,
            bottom: 0x23252e,
            trims: &[Trim::BowTie(c(0x17181d))],
            ..PLAIN
        },
    ),
    (
        "conductor,magician,illusionist",
        Dress {
            outfit: Outfit::Suit,
            top: 0x23252e,
            bottom: 0x23252e,
            trims: &[Trim::BowTie(c(0xb3303a))],
            tool: Some(Tool::Wand),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "bride",
        Dress {
            outfit: Outfit::Gown,
            top: 0xfbfaf7,
            bottom: 0xf3f0ea,
            shoes: 0xf3f0ea,
            trims: &[Trim::Veil(c(0xffffff))],
            tool: art("bouquet", 0.16, 0.0, [0.5, 0.75]),
            arms: Arms::Carry,
            ..PLAIN
        },
    ),
    (
        "waiter,waitress,butler,bartender",
        Dress {
            outfit: Outfit::Vest,
            top: 0x2b2e38,
            bottom: 0x23252e,
            trims: &[Trim::BowTie(c(0x17181d)), Trim::Apron(c(0x1f2026))],
            tool: art("tray", 0.22, 0.0, [0.5, 0.9]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "barista",
        Dress {
            top: 0xf2efe6,
            bottom: 0x3d4350,
            trims: &[Trim::Apron(c(0x4a6b52))],
            tool: art("hot-beverage", 0.13, 0.0, [0.6, 0.6]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "butcher,grocer,shopkeeper,florist,potter,blacksmith",
        Dress {
            top: 0x7a8fa6,
            bottom: 0x4a4f5c,
            trims: &[Trim::Apron(c(0x7b4a32))],
            ..PLAIN
        },
    ),
    (
        "detective,spy,inspector",
        Dress {
            outfit: Outfit::Coat,
            top: 0xb08a5a,
            bottom: 0x4b4238,
            under: 0xf2efe6,
            hat: Some((Hat::Brim, 0x6b5138)),
            trims: &[Trim::Belt(c(0x7a5f3c))],
            tool: art("magnifying-glass-tilted-left", 0.17, -90.0, [0.85, 0.85]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "ballerina,ballet dancer",
        Dress {
            outfit: Outfit::Tutu,
            top: 0xf4b6cb,
            bottom: 0xf4b6cb,
            shoes: 0xf0a3bd,
            arms: Arms::Cheer,
            ..PLAIN
        },
    ),
    (
        "worker,construction worker,builder,engineer,architect,foreman,miner,electrician,road worker",
        Dress {
            top: 0xf08a2c,
            bottom: 0x3f5578,
            shoes: 0x6b4a2f,
            hat: Some((Hat::Helmet, 0xf6c945)),
            trims: &[Trim::Stripes(c(0xf4f1a0))],
            tool: Some(Tool::Hammer),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "mechanic,plumber,carpenter,handyman,janitor,repairman",
        Dress {
            outfit: Outfit::Overalls,
            top: 0xd9dde3,
            bottom: 0x35578f,
            shoes: 0x3a2f28,
            hat: Some((Hat::Cap, 0x35578f)),
            tool: art("wrench", 0.19, -10.0, [0.6, 0.75]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "cowboy,cowgirl,gunslinger",
        Dress {
            outfit: Outfit::Vest,
            top: 0x8a5a34,
            bottom: 0x44597d,
            under: 0xc9483c,
            shoes: 0x5f3f26,
            hat: Some((Hat::Brim, 0x8a5a34)),
            trims: &[
                Trim::Belt(c(0x5f3f26)),
                Trim::Kerchief(c(0xd9584a)),
                Trim::Boots(c(0x6b4527)),
            ],
            tool: Some(Tool::Lasso),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "teacher,librarian,tutor",
        Dress {
            outfit: Outfit::Jacket,
            top: 0x5f7f6a,
            bottom: 0x5a4a3c,
            glasses: true,
            tool: art("closed-book", 0.14, 0.0, [0.2, 0.6]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "student,schoolboy,schoolgirl,pupil",
        Dress {
            outfit: Outfit::Hoodie,
            top: 0x4d86c4,
            bottom: 0x3a4560,
            trims: &[Trim::Pack(c(0xd9584a)), Trim::Straps(c(0xb9443a))],
            ..PLAIN
        },
    ),
];

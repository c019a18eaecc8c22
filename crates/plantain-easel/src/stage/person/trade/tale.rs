//! Figures of feasts, comics and circuses.

use super::super::{Arms, Hat, Outfit, Trim};
use super::{Dress, PLAIN, c};

pub(super) const TRADES: &[(&str, Dress)] = &[
    (
        "santa claus,santa,father christmas",
        Dress {
            outfit: Outfit::Coat,
            top: 0xcf2e2e,
            bottom: 0xcf2e2e,
            under: 0xcf2e2e,
            shoes: 0x17181d,
            hat: Some((Hat::Beanie, 0xcf2e2e)),
            trims: &[
                Trim::Fur(c(0xfdfdfb)),
                Trim::Belt(c(0x17181d)),
                Trim::Boots(c(0x17181d)),
                Trim::Gloves(c(0xfdfdfb)),
            ],
            beard: true,
            arms: Arms::Raise,
            ..PLAIN
        },
    ),
    (
        "elf,leprechaun",
        Dress {
            outfit: Outfit::Wrap,
            top: 0x2f9a4f,
            bottom: 0x2f9a4f,
            under: 0xcf2e2e,
            hat: Some((Hat::Party, 0x2f9a4f)),
            ..PLAIN
        },
    ),
    (
        "soldier,trooper,army",
        Dress {
            outfit: Outfit::Uniform,
            top: 0x6b7a4a,
            bottom: 0x6b7a4a,
            under: 0x57653c,
            hat: Some((Hat::Helmet, 0x57653c)),
            trims: &[
                Trim::Camo(c(0x4a5733)),
                Trim::Belt(c(0x3f3a2a)),
                Trim::Boots(c(0x2f2a22)),
            ],
            ..PLAIN
        },
    ),
    (
        "superhero,superheroine,super hero,hero,superman,supergirl",
        Dress {
            outfit: Outfit::Hero,
            top: 0x2b5fd0,
            bottom: 0x2b5fd0,
            under: 0xd23b3b,
            shoes: 0xd23b3b,
            trims: &[
                Trim::Cape(c(0xd23b3b)),
                Trim::Boots(c(0xd23b3b)),
                Trim::Gloves(c(0xd23b3b)),
                Trim::EyeMask(c(0xd23b3b)),
                Trim::Emblem(c(0xf6d64a)),
            ],
            arms: Arms::Hips,
            ..PLAIN
        },
    ),
    (
        "villain,supervillain,vampire,dracula",
        Dress {
            outfit: Outfit::Suit,
            top: 0x23252e,
            bottom: 0x23252e,
            trims: &[Trim::Cape(c(0x6b1f2e)), Trim::BowTie(c(0x8f2f33))],
            arms: Arms::Hips,
            ..PLAIN
        },
    ),
    (
        "clown,jester",
        Dress {
            outfit: Outfit::Overalls,
            top: 0xf6c945,
            bottom: 0x3f8fd6,
            shoes: 0xd23b3b,
            hat: Some((Hat::Party, 0xd94fa0)),
            trims: &[Trim::Nose(c(0xe23b3b)), Trim::BowTie(c(0xd23b3b))],
            arms: Arms::Cheer,
            ..PLAIN
        },
    ),
];

//! Artists, athletes, travellers and those who follow them.

use super::super::{Arms, Hat, Outfit, Tool, Trim};
use super::{Dress, PLAIN, art, c};

pub(super) const TRADES: &[(&str, Dress)] = &[
    (
        "artist,painter",
        Dress {
            outfit: Outfit::Plain,
            top: 0xf2efe6,
            bottom: 0x4a5573,
            hat: Some((Hat::Beret, 0xb3303a)),
            trims: &[Trim::Apron(c(0x7a8fb0))],
            tool: art("artist-palette", 0.19, 0.0, [0.5, 0.6]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "guitarist,musician,rock star,rocker,busker",
        Dress {
            outfit: Outfit::Jacket,
            top: 0x2b2b33,
            bottom: 0x33476b,
            under: 0xd9584a,
            tool: Some(Tool::Guitar),
            arms: Arms::Carry,
            ..PLAIN
        },
    ),
    (
        "violinist",
        Dress {
            outfit: Outfit::Suit,
            top: 0x23252e,
            bottom: 0x23252e,
            tool: art("violin", 0.3, 60.0, [0.4, 0.6]),
            arms: Arms::Carry,
            ..PLAIN
        },
    ),
    (
        "singer,rapper,host,presenter,speaker,comedian",
        Dress {
            outfit: Outfit::Jacket,
            top: 0x7a3fa8,
            bottom: 0x2b2f3a,
            tool: art("microphone", 0.13, -30.0, [0.5, 0.85]),
            arms: Arms::Think,
            ..PLAIN
        },
    ),
    (
        "photographer,cameraman,reporter,journalist",
        Dress {
            outfit: Outfit::Vest,
            top: 0x8a7b5a,
            bottom: 0x4a4f5c,
            tool: art("camera", 0.13, 0.0, [0.5, 0.6]),
            arms: Arms::Carry,
            ..PLAIN
        },
    ),
    (
        "programmer,developer,hacker,designer,gamer,freelancer,coder,technologist",
        Dress {
            outfit: Outfit::Hoodie,
            top: 0x4a4f78,
            bottom: 0x33476b,
            glasses: true,
            tool: art("laptop", 0.2, 0.0, [0.5, 0.8]),
            arms: Arms::Carry,
            ..PLAIN
        },
    ),
    (
        "mail carrier,mailman,postman,delivery man,courier,delivery person,delivery guy,delivery driver",
        Dress {
            top: 0xe08a2c,
            bottom: 0x4a4238,
            hat: Some((Hat::Cap, 0xe08a2c)),
            tool: art("package", 0.2, 0.0, [0.5, 0.6]),
            arms: Arms::Carry,
            ..PLAIN
        },
    ),
    (
        "soccer player,footballer,goalkeeper,football player",
        Dress {
            outfit: Outfit::Shorts,
            top: 0xd23b3b,
            bottom: 0xf4f4f4,
            trims: &[Trim::Number(c(0xffffff))],
            ..PLAIN
        },
    ),
    (
        "basketball player",
        Dress {
            outfit: Outfit::Shorts,
            top: 0xe0722c,
            bottom: 0xe0722c,
            trims: &[Trim::Number(c(0xffffff))],
            tool: art("basketball", 0.13, 0.0, [0.5, 0.95]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "tennis player",
        Dress {
            outfit: Outfit::Shorts,
            top: 0xf7f7f4,
            bottom: 0xf7f7f4,
            shoes: 0xf1efe9,
            tool: art("tennis", 0.26, 0.0, [0.2, 0.85]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "player,athlete,runner,jogger,sprinter,sportsman,gymnast,coach",
        Dress {
            outfit: Outfit::Shorts,
            top: 0x2f9d83,
            bottom: 0x2b2f3a,
            shoes: 0xf1efe9,
            trims: &[Trim::Number(c(0xffffff))],
            ..PLAIN
        },
    ),
    (
        "weightlifter,bodybuilder",
        Dress {
            outfit: Outfit::Shorts,
            top: 0x2b2f3a,
            bottom: 0x2b2f3a,
            tool: art("dumbbell", 0.2, 0.0, [0.5, 0.5]),
            arms: Arms::Raise,
            ..PLAIN
        },
    ),
    (
        "boxer",
        Dress {
            outfit: Outfit::Shorts,
            top: 0xf2efe6,
            bottom: 0xcf2e2e,
            trims: &[Trim::Gloves(c(0xcf2e2e))],
            arms: Arms::Fight,
            ..PLAIN
        },
    ),
    (
        "skier",
        Dress {
            outfit: Outfit::Hoodie,
            top: 0xd9584a,
            bottom: 0x2f4a6d,
            hat: Some((Hat::Beanie, 0x2f8fb3)),
            trims: &[Trim::Gloves(c(0x2b2f3a))],
            tool: Some(Tool::Poles),
            arms: Arms::Spread,
            ..PLAIN
        },
    ),
    (
        "snowboarder,mountaineer,climber",
        Dress {
            outfit: Outfit::Hoodie,
            top: 0xd9584a,
            bottom: 0x2f4a6d,
            hat: Some((Hat::Beanie, 0x2f8fb3)),
            trims: &[Trim::Gloves(c(0x2b2f3a))],
            ..PLAIN
        },
    ),
    (
        "hiker,backpacker,explorer,adventurer,traveler,traveller,tourist,scout",
        Dress {
            top: 0x8aa05a,
            bottom: 0x7b6249,
            shoes: 0x5f4630,
            hat: Some((Hat::Brim, 0xc9a868)),
            trims: &[Trim::Pack(c(0xc9603c)), Trim::Straps(c(0x9a4a30))],
            ..PLAIN
        },
    ),
    (
        "fisherman,angler",
        Dress {
            outfit: Outfit::Vest,
            top: 0x6f7f5a,
            bottom: 0x5a5546,
            hat: Some((Hat::Brim, 0xb8a878)),
            trims: &[Trim::Boots(c(0x3f4a3a))],
            tool: Some(Tool::Rod),
            arms: Arms::Reach,
            ..PLAIN
        },
    ),
    (
        "cyclist,skateboarder,roller skater",
        Dress {
            outfit: Outfit::Hoodie,
            top: 0xf0a93c,
            bottom: 0x33476b,
            shoes: 0xf1efe9,
            hat: Some((Hat::Helmet, 0x2f7fc4)),
            ..PLAIN
        },
    ),
    (
        "surfer,swimmer,lifeguard",
        Dress {
            outfit: Outfit::Shorts,
            top: 0x2f8fb3,
            bottom: 0xe0722c,
            ..PLAIN
        },
    ),
    (
        "angel",
        Dress {
            outfit: Outfit::Gown,
            top: 0xf7f7fb,
            bottom: 0xf7f7fb,
            trims: &[Trim::Wings, Trim::Halo],
            arms: Arms::Carry,
            ..PLAIN
        },
    ),
    (
        "fairy",
        Dress {
            outfit: Outfit::Tutu,
            top: 0x8fd0a0,
            bottom: 0x8fd0a0,
            trims: &[Trim::Wings],
            tool: Some(Tool::Wand),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "shepherd",
        Dress {
            outfit: Outfit::Robe,
            top: 0xb79a74,
            bottom: 0x8f7653,
            tool: Some(Tool::Staff),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "cleaner,maid,housekeeper",
        Dress {
            outfit: Outfit::Dress,
            top: 0x5f7f9a,
            bottom: 0x5f7f9a,
            trims: &[Trim::Apron(c(0xf7f7f4))],
            tool: Some(Tool::Broom),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "stewardess,flight attendant",
        Dress {
            outfit: Outfit::Skirt,
            top: 0x22345c,
            bottom: 0x22345c,
            trims: &[Trim::Kerchief(c(0xd23b5a))],
            ..PLAIN
        },
    ),
];

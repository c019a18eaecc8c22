//! Trades and roles: the clothes, hats, trims and tools by which one knows a cook from a knight.

use plantain_scene::Rgba;

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
    Some(Tool::Art(name, side, turn, grip))
}

/// Trades by the words that name them: the last word of a noun decides, whole phrases come first.
const TRADES: &[(&str, Dress)] = &[
    (
        "chef,cook,baker,pizzaiolo,sous chef,pastry chef",
        Dress {
            outfit: Outfit::Jacketed,
            top: 0xfafaf7,
            bottom: 0x4a5160,
            hat: Some((Hat::Chef, 0xffffff)),
            trims: &[Trim::Kerchief(c(0xd23b3b)), Trim::Apron(c(0xeef0f2))],
            tool: Some(Tool::Pan),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "doctor,physician,surgeon,veterinarian,vet,pediatrician,dentist,pharmacist",
        Dress {
            outfit: Outfit::Coat,
            top: 0xf7fafb,
            bottom: 0x43607f,
            under: 0x6fb7c9,
            trims: &[Trim::Stethoscope],
            tool: art("clipboard", 0.2, 8.0, [0.5, 0.6]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "nurse,paramedic,caregiver,medic",
        Dress {
            outfit: Outfit::Wrap,
            top: 0x4fb0b0,
            bottom: 0x4fb0b0,
            shoes: 0xf4f6f7,
            under: 0x3f9292,
            trims: &[Trim::Stethoscope],
            tool: art("clipboard", 0.2, 8.0, [0.5, 0.6]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "scientist,chemist,biologist,researcher,lab technician,professor",
        Dress {
            outfit: Outfit::Coat,
            top: 0xf7fafb,
            bottom: 0x4a4f5c,
            under: 0x7a9cc6,
            glasses: true,
            tool: art("test-tube", 0.17, 12.0, [0.5, 0.7]),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "farmer,gardener,rancher",
        Dress {
            outfit: Outfit::Overalls,
            top: 0xc9483c,
            bottom: 0x3f6ea8,
            shoes: 0x5f4630,
            hat: Some((Hat::Brim, 0xe3c078)),
            tool: Some(Tool::Pitchfork),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "police officer,officer,policeman,policewoman,cop,sheriff,police,guard,security guard",
        Dress {
            outfit: Outfit::Uniform,
            top: 0x2c4680,
            bottom: 0x1f3157,
            under: 0x8fa9d8,
            hat: Some((Hat::Peaked, 0x1f3157)),
            trims: &[Trim::Belt(c(0x17181d)), Trim::Badge(c(0xf0c24b))],
            arms: Arms::Hips,
            ..PLAIN
        },
    ),
    (
        "firefighter,fireman,firewoman,fire fighter",
        Dress {
            outfit: Outfit::Jacket,
            top: 0x3b3a3f,
            bottom: 0x3b3a3f,
            under: 0x2e2d31,
            shoes: 0x1e1e22,
            hat: Some((Hat::Fire, 0xd2312b)),
            trims: &[Trim::Stripes(c(0xf1e04e)), Trim::Gloves(c(0x2b2b2f))],
            tool: Some(Tool::Axe),
            arms: Arms::Wield,
            ..PLAIN
        },
    ),
    (
        "astronaut,cosmonaut,spaceman",
        Dress {
            outfit: Outfit::Space,
            top: 0xf2f4f7,
            bottom: 0xe6eaf0,
            shoes: 0x9aa8ba,
            trims: &[Trim::Pack(c(0xc6cfda)), Trim::Gloves(c(0x9aa8ba))],
            ..PLAIN
        },
    ),
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
        "skier,snowboarder,mountaineer,climber",
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

/// Returns the dress of the trade that a noun names.
fn trade(noun: &str) -> Option<&'static Dress> {
    let named = |word: &str| {
        TRADES
            .iter()
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
        "surfer" | "skateboarder" | "snowboarder" => {
            (person.pose, person.arms) = (Pose::Board, Arms::Spread)
        }
        "zombie" => person.skin = Rgba::hex(0x9bb88a),
        _ => {}
    }
}

/// Returns whether a word names a trade that has its own dress.
pub fn is_trade(word: &str) -> bool {
    TRADES
        .iter()
        .any(|(words, _)| words.split(',').any(|w| w == word))
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
        for (words, dress) in TRADES {
            if let Some(Tool::Art(name, ..)) = dress.tool {
                assert!(plantain_art::object(name).is_some(), "{words}: {name}");
            }
        }
    }
}

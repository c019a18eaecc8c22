//! Those who serve, heal, till and guard.

use super::super::{Arms, Hat, Outfit, Tool, Trim};
use super::{Dress, PLAIN, art, c};

pub(super) const TRADES: &[(&str, Dress)] = &[
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
        "astronaut,cosmonaut,spaceman,space explorer,space traveler,space ranger,space pilot",
        Dress {
            outfit: Outfit::Space,
            top: 0xf2f4f7,
            bottom: 0xe6eaf0,
            shoes: 0x9aa8ba,
            trims: &[Trim::Pack(c(0xc6cfda)), Trim::Gloves(c(0x9aa8ba))],
            ..PLAIN
        },
    ),
];

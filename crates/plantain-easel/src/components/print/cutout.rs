//! Things cut out with a rim of paper around them, as stickers are.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::Node;

use super::Zone;
use super::art::Piece;

/// Copies of the outline that together make the rim.
const TURNS: usize = 20;

/// Returns a thing with a rim of this width and colour around its own outline, and a soft shadow under both.
pub fn cut_out(piece: &Piece, zone: Zone, rim: f32, color: Rgba, manner: &str) -> Vec<Node> {
    if piece.is_icon {
        let plate = zone.inset(-rim);
        return vec![
            plate
                .hold(rect())
                .radius(plate.w * 0.28)
                .fill(color)
                .role("rim"),
            zone.inset(zone.w * 0.1).hold(piece.node(manner)),
        ];
    }
    let paper = Piece {
        tint: Some(color),
        materials: Vec::new(),
        mood: None,
        ..piece.clone()
    };
    let shade = Piece {
        tint: Some(Rgba::hex(0x6b6b76)),
        materials: Vec::new(),
        ..piece.clone()
    };
    let ring = |piece: &Piece, dx: f32, dy: f32, by: f32| -> Vec<Node> {
        (0..TURNS)
            .map(|i| {
                let a = i as f32 / TURNS as f32 * std::f32::consts::TAU;
                Zone::new(
                    zone.x + dx + libm::cosf(a) * by,
                    zone.y + dy + libm::sinf(a) * by,
                    zone.w,
                    zone.h,
                )
                .hold(piece.node("silhouette"))
                .role("rim")
            })
            .collect()
    };
    let mut out = vec![
        stack()
            .bounds(0.0, 0.0, 1.0, 1.0)
            .children(ring(&shade, 0.0, rim * 0.55, rim))
            .opacity(0.3)
            .role("shadow"),
    ];
    out.extend(ring(&paper, 0.0, 0.0, rim));
    // The middle of the rim, for outlines with narrow bays.
    out.extend(ring(&paper, 0.0, 0.0, rim * 0.5));
    out.push(piece.held(zone, manner));
    out
}

/// Returns a rounded plate with a rim, for words.
pub fn plate(zone: Zone, rim: f32, paper: Rgba, fill: Color) -> Vec<Node> {
    let outer = zone.inset(-rim);
    vec![
        outer
            .hold(rect())
            .radius(outer.h * 0.5)
            .fill(paper)
            .shadow(rim * 0.4, rim * 1.2, Color::Fixed(Rgba::BLACK).alpha(0.18))
            .role("rim"),
        zone.hold(rect())
            .radius(zone.h * 0.5)
            .fill(fill)
            .role("plate"),
    ]
}

//! A camera: the view fills the screen, modes and shutter stand at its foot.

use plantain_read::Role;
use plantain_scene::build::{col, ellipse, icon, path, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Rgba};

use super::{Parts, Screen};
use crate::components::ui::{Block, Kit, Supply, Type, Word};

/// Height of the panel at the foot in points.
const PANEL: f32 = 196.0;

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let mut modes: Vec<Word> = supply
        .listed(&["mode", "tab", "option", ""])
        .unwrap_or_default()
        .into_iter()
        .filter_map(|e| e.name)
        .collect();
    modes.extend(supply.all(&[Role::Tab, Role::Item]));
    if modes.is_empty() && kit.filler {
        modes = [kit.say("Video"), kit.say("Photo"), kit.say("Portrait")].to_vec();
    }
    let white = Color::from(Rgba::WHITE);
    let top = row()
        .fill_w()
        .justify(Place::Between)
        .child(icon("zap", kit.u(24.0)).color(white))
        .child(icon("timer", kit.u(24.0)).color(white))
        .child(icon("settings", kit.u(24.0)).color(white));
    let mut parts = Parts::new(
        vec![Block::must(top, kit.u(28.0))],
        "the view fills the screen; the shutter lies under the thumb",
    );
    let words = supply.brief().topic.join(" ");
    let view_h = scr.h - kit.u(PANEL);
    let view = kit.scenery(&words, scr.variant, scr.w, view_h);
    parts.backdrop = Some(
        stack()
            .size_box(scr.w, scr.h)
            .fill(Rgba::hex(0x0b0c0f))
            .child(view.at(0.0, 0.0))
            .child(rect().bounds(0.0, 0.0, scr.w, kit.u(118.0)).gradient(
                180.0,
                Color::from(Rgba::BLACK).alpha(0.62),
                Color::from(Rgba::BLACK).alpha(0.0),
            ))
            .child(thirds(scr.w, view_h))
            .child(focus(kit, scr.w, view_h)),
    );
    parts.foot = Some((foot(kit, &words, &modes, scr), kit.u(PANEL)));
    parts.white_status = true;
    parts
}

/// The lines of thirds.
fn thirds(w: f32, h: f32) -> Node {
    let line = format!(
        "M{a} 0 V{h} M{b} 0 V{h} M0 {c} H{w} M0 {d} H{w}",
        a = w / 3.0,
        b = w * 2.0 / 3.0,
        c = h / 3.0,
        d = h * 2.0 / 3.0
    );
    path(line, w, h)
        .bounds(0.0, 0.0, w, h)
        .stroke(Color::from(Rgba::WHITE).alpha(0.28), 1.0)
}

fn focus(kit: &Kit<'_>, w: f32, h: f32) -> Node {
    let side = kit.u(86.0);
    rect()
        .bounds((w - side) / 2.0, h * 0.5, side, side)
        .radius(kit.u(6.0))
        .stroke(Rgba::hex(0xf6c945), kit.u(2.0))
}

fn foot(kit: &Kit<'_>, words: &str, modes: &[Word], scr: &Screen<'_>) -> Node {
    let white = Color::from(Rgba::WHITE);
    let chosen = usize::from(modes.first().is_some_and(|m| !m.is_asked()));
    let names = modes.iter().enumerate().map(|(i, mode)| {
        let ink = if i == chosen {
            Color::from(Rgba::hex(0xf6c945))
        } else {
            white
        };
        kit.text(mode, Type::Strong).color(ink).max_lines(1)
    });
    let line = row()
        .fill_w()
        .justify(Place::Center)
        .gap(kit.u(22.0))
        .children(names);
    let d = kit.u(74.0);
    let shutter = stack()
        .role("shutter")
        .size_box(d, d)
        .rigid()
        .child(ellipse().bounds(0.0, 0.0, d, d).stroke(white, kit.u(4.0)))
        .child(
            ellipse()
                .bounds(kit.u(7.0), kit.u(7.0), d - kit.u(14.0), d - kit.u(14.0))
                .fill(white),
        );
    let last = kit
        .scenery(words, scr.variant + 3, kit.u(48.0), kit.u(48.0))
        .radius(kit.u(10.0));
    let turn = row()
        .size_box(kit.u(48.0), kit.u(48.0))
        .rigid()
        .center()
        .radius(kit.u(24.0))
        .fill(white.alpha(0.16))
        .child(icon("refresh-cw", kit.u(22.0)).color(white));
    col()
        .role("controls")
        .fill_w()
        .h(kit.u(PANEL))
        .rigid()
        .fill(Rgba::hex(0x0b0c0f))
        .pad4(kit.u(18.0), kit.u(34.0), kit.u(30.0), kit.u(34.0))
        .justify(Place::Between)
        .child(line)
        .child(
            row()
                .fill_w()
                .justify(Place::Between)
                .align(Place::Center)
                .child(last)
                .child(shutter)
                .child(turn),
        )
}

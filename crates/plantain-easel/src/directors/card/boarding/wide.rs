//! A wide pass with a part that the traveller keeps.

use plantain_read::journey_field;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Place, Shape};

use super::Desk;
use super::content::Word;
use crate::components::print::{Inks, Tone, Zone, inks_on, ornament};

impl Desk<'_> {
    /// A wide pass: main part and stub, with a band above or a coloured stub.
    pub(super) fn wide(&self, banded: bool) -> Node {
        let (mut root, _) = self.root();
        let (fw, fh) = (self.studio.width, self.studio.height);
        let w = fw * 0.93;
        let h = (fh * 0.86).min(w * 0.46);
        let card = Zone::new((fw - w) * 0.5, (fh - h) * 0.5, w, h);
        let notch = 0.73;
        let paper = inks_on(
            self.studio,
            self.theme,
            self.theme.resolve(Token::Surface.into()),
        );
        let accent = self.inks(Tone::Accent);
        let radius = h * 0.05;
        root = root.child(
            card.hold(shape(Shape::Ticket { notch }))
                .fill(Token::Surface)
                .radius(radius)
                .shadow(h * 0.015, h * 0.05, Color::Token(Token::Ink, 0.16))
                .role("pass"),
        );
        let pad = h * 0.075;
        let x = card.x + w * notch;
        let head = h * 0.16;
        let main_w = w * notch;
        let mut stub_inks = paper;
        if banded {
            let mut band = Zone::new(card.x, card.y, main_w - h * 0.06, head)
                .hold(rect())
                .fill(Token::Accent)
                .role("band");
            band.style.corners = Some([radius, 0.0, 0.0, 0.0]);
            let mut tail = Zone::new(x + h * 0.06, card.y, card.right() - x - h * 0.06, head)
                .hold(rect())
                .fill(Token::Accent)
                .role("band");
            tail.style.corners = Some([0.0, radius, 0.0, 0.0]);
            root = root.child(band).child(tail);
        } else {
            let mut face = Zone::new(x + h * 0.06, card.y, card.right() - x - h * 0.06, h)
                .hold(rect())
                .fill(Token::Accent)
                .role("stub");
            face.style.corners = Some([0.0, radius, radius, 0.0]);
            root = root.child(face);
            stub_inks = accent;
        }
        root = root.child(
            path("M0 0 L0 100", 1.0, 100.0)
                .bounds(x, card.y + h * 0.1, 1.0, h * 0.8)
                .dashed(paper.mark, 2.5, 8.0, 8.0)
                .role("perforation"),
        );
        let main = Zone::new(card.x + pad, card.y, main_w - pad * 2.0 - h * 0.03, h);
        root = root.children(self.header(
            Zone::new(main.x, card.y, main.w - h * 0.02, head),
            if banded { &accent } else { &paper },
        ));
        root = root.children(self.route(
            Zone::new(main.x, card.y + head + pad * 0.5, main.w, h * 0.36),
            &paper,
            h * 0.27,
        ));
        let y = card.y + head + pad * 0.9 + h * 0.36;
        root = root.child(
            rect()
                .bounds(main.x, y, main.w, 1.5)
                .fill(paper.line)
                .role("rule"),
        );
        let fields = self.fields();
        let low = Zone::new(main.x, y + pad * 0.5, main.w, card.bottom() - y - pad);
        root = root.children(self.grid(
            &fields,
            low,
            if fields.len() > 4 { 4 } else { 5 },
            &paper,
            h * 0.075,
        ));
        // The margins of the stub are those of its coloured face.
        let face = x + h * 0.06;
        let inner = if banded { pad * 0.5 } else { pad * 0.8 };
        let stub = Zone::new(face + inner, card.y, card.right() - face - inner * 2.0, h);
        root.children(self.stub(stub, head, pad, &stub_inks, banded))
    }

    /// A pass that is torn across: the journey on a field of colour, the fields and the bars below it.
    pub(super) fn folded(&self) -> Node {
        let (root, ground) = self.root();
        let (fw, fh) = (self.studio.width, self.studio.height);
        let w = fw * 0.9;
        let h = (fh * 0.86).min(w * 0.52);
        let card = Zone::new((fw - w) * 0.5, (fh - h) * 0.5, w, h);
        let paper = inks_on(
            self.studio,
            self.theme,
            self.theme.resolve(Token::Surface.into()),
        );
        let accent = self.inks(Tone::Accent);
        let (radius, pad) = (h * 0.06, h * 0.08);
        let (upper, lower) = card.rows(0.54, 0.0);
        let mut face = upper.hold(rect()).fill(Token::Accent).role("field");
        face.style.corners = Some([radius, radius, 0.0, 0.0]);
        let tear = upper.bottom();
        let bite = h * 0.045;
        let notch = |x: f32| {
            ellipse()
                .bounds(x - bite, tear - bite, bite * 2.0, bite * 2.0)
                .fill(ground)
                .role("notch")
        };
        let top = upper.inset_xy(pad, pad * 0.5);
        let (head, journey) = top.rows(0.26, pad * 0.2);
        let low = lower.inset_xy(pad, pad * 0.8);
        let (left, right) = low.columns(0.72, pad);
        let fields = self.fields();
        root.child(
            card.hold(rect())
                .fill(Token::Surface)
                .radius(radius)
                .shadow(h * 0.015, h * 0.05, Color::Token(Token::Ink, 0.16))
                .role("pass"),
        )
        .child(face)
        .child(
            path("M0 0 L100 0", 100.0, 1.0)
                .bounds(card.x + bite * 1.5, tear, w - bite * 3.0, 1.0)
                .dashed(accent.ink, 2.5, 8.0, 8.0)
                .role("perforation"),
        )
        .child(notch(card.x))
        .child(notch(card.right()))
        .children(self.header(head, &accent))
        .children(self.route(journey, &accent, h * 0.24))
        .children(self.grid(
            &fields,
            left,
            if fields.len() > 4 { 4 } else { 5 },
            &paper,
            h * 0.07,
        ))
        .child(ornament::barcode(
            right.inset_xy(0.0, right.h * 0.08),
            paper.ink,
            &mut self.rng.fork("bars"),
        ))
    }

    /// The part that the traveller keeps: the journey in small, seat and bars.
    pub(super) fn stub(
        &self,
        stub: Zone,
        head: f32,
        pad: f32,
        inks: &Inks,
        banded: bool,
    ) -> Vec<Node> {
        let mut nodes = Vec::new();
        let line = Word::filler(&format!(
            "{} – {}",
            self.pass.from.big.text, self.pass.to.big.text
        ));
        let top = Zone::new(stub.x, stub.y + head + pad * 0.5, stub.w, stub.h * 0.14);
        if banded {
            let accent = self.inks(Tone::Accent);
            let kind = Zone::new(stub.x, stub.y, stub.w, head);
            nodes.push(self.set(
                &Word::filler(&self.pass.carrier.text),
                kind,
                FontRole::Heading,
                700,
                head * 0.36,
                accent.ink,
                Align::Start,
                Place::Center,
                "brand",
            ));
        } else {
            nodes.push(
                icon(self.pass.icon, head * 0.5)
                    .color(inks.ink)
                    .at(stub.x, stub.y + head * 0.35)
                    .role("mark"),
            );
        }
        nodes.push(self.set(
            &line,
            top,
            FontRole::Display,
            0,
            stub.h * 0.1,
            inks.ink,
            Align::Start,
            Place::Center,
            "route-short",
        ));
        let short = self.kept();
        let from = top.bottom() + pad * 0.3;
        let bars = stub.h * 0.2;
        let middle = Zone::new(
            stub.x,
            from,
            stub.w,
            stub.bottom() - from - bars - pad * 1.2,
        );
        let (name, rest) = middle.rows(0.46, 0.0);
        if let Some((label, value)) = short.first() {
            nodes.extend(self.field(label, value, name, inks, stub.h * 0.07));
        }
        nodes.extend(self.grid(&short[1.min(short.len())..], rest, 3, inks, stub.h * 0.07));
        let place = Zone::new(stub.x, stub.bottom() - bars - pad, stub.w, bars);
        nodes.extend(self.bars(place, pad, inks, banded));
        nodes
    }

    /// What the traveller reads again on the way: who, and at most three of the fields.
    fn kept(&self) -> Vec<(String, Word)> {
        const KEPT: [&str; 5] = ["Seat", "Gate", "Boarding", "Coach", "Time"];
        let person = self.pass.passenger.iter();
        let fields = self.pass.fields.iter();
        person
            .map(|p| (self.label_of_person(), Word::filler(&p.text)))
            .chain(
                fields
                    .filter(|(label, _)| {
                        journey_field(label).is_some_and(|field| KEPT.contains(&field))
                    })
                    .map(|(label, value)| (label.clone(), Word::filler(&value.text)))
                    .take(3),
            )
            .collect()
    }

    /// The bars, on a light face of their own where the stub is coloured.
    fn bars(&self, place: Zone, pad: f32, inks: &Inks, banded: bool) -> Vec<Node> {
        let mut rng = self.rng.fork("bars");
        if banded {
            return vec![ornament::barcode(place, inks.ink, &mut rng)];
        }
        vec![
            place
                .inset_xy(-pad * 0.2, -pad * 0.2)
                .hold(rect())
                .fill(Rgba::WHITE)
                .radius(6.0)
                .role("code-face"),
            ornament::barcode(
                place.inset_xy(pad * 0.2, pad * 0.2),
                Rgba::hex(0x15181f).into(),
                &mut rng,
            ),
        ]
    }
}

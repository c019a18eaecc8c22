//! A tall pass as on a phone.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Token};
use plantain_scene::node::Node;

use super::Desk;
use crate::components::print::{Tone, Zone, ornament};

impl Desk<'_> {
    /// A tall pass as on a phone: journey above, fields, a code at the foot.
    pub(super) fn tall(&self, coloured: bool) -> Node {
        let (mut root, _) = self.root();
        let (fw, fh) = (self.studio.width, self.studio.height);
        let w = (fw * 0.88).min(fh * 0.66);
        let h = (fh * 0.92).min(w * 1.9);
        let card = Zone::new((fw - w) * 0.5, (fh - h) * 0.5, w, h);
        let tone = if coloured {
            Tone::Accent
        } else {
            Tone::Surface
        };
        let upper = self.inks(tone);
        let paper = self.inks(Tone::Surface);
        let radius = w * 0.05;
        let cut = card.y + h * 0.66;
        root = root.child(
            card.hold(rect())
                .fill(Token::Surface)
                .radius(radius)
                .shadow(w * 0.02, w * 0.07, Color::Token(Token::Ink, 0.18))
                .role("pass"),
        );
        let pad = w * 0.08;
        let head = h * 0.085;
        let mut band = Zone::new(card.x, card.y, w, if coloured { h * 0.34 } else { head })
            .hold(rect())
            .fill(Token::Accent)
            .role("band");
        band.style.corners = Some([radius, radius, 0.0, 0.0]);
        root = root.child(band);
        let accent = self.inks(Tone::Accent);
        let inner = Zone::new(card.x + pad, card.y, w - 2.0 * pad, h);
        root = root.children(self.header(Zone::new(inner.x, card.y, inner.w, head), &accent));
        root = root.children(self.route(
            Zone::new(inner.x, card.y + head + h * 0.02, inner.w, h * 0.21),
            &upper,
            w * 0.2,
        ));
        let fields = self.fields();
        let top = card.y + h * 0.37;
        let grid = Zone::new(inner.x, top, inner.w, cut - top - h * 0.01);
        if let Some((label, value)) = fields.first() {
            root = root.children(self.field(
                label,
                value,
                Zone::new(grid.x, grid.y, grid.w, grid.h * 0.3),
                &paper,
                w * 0.055,
            ));
        }
        let rest = Zone::new(grid.x, grid.y + grid.h * 0.32, grid.w, grid.h * 0.68);
        root = root.children(self.grid(&fields[1.min(fields.len())..], rest, 3, &paper, w * 0.05));
        let ground = self.root().1;
        let d = w * 0.055;
        for x in [card.x, card.right()] {
            root = root.child(
                ellipse()
                    .bounds(x - d * 0.5, cut - d * 0.5, d, d)
                    .fill(ground)
                    .role("notch"),
            );
        }
        root = root.child(
            path("M0 0 L100 0", 100.0, 1.0)
                .bounds(card.x + d, cut, w - 2.0 * d, 1.0)
                .dashed(paper.mark, 2.5, 8.0, 8.0)
                .role("perforation"),
        );
        let code = Zone::new(
            inner.x,
            cut + h * 0.03,
            inner.w,
            card.bottom() - cut - h * 0.06,
        );
        root.child(ornament::qr(code, paper.ink, &mut self.rng.fork("code")))
    }
}

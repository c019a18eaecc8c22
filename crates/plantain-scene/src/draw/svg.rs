//! SVG documents. The title, the description and the scene stand in it, the letters as outlines or as text.

mod letters;
mod webfont;

use std::fmt::Write as _;

use base64::Engine as _;
use sha2::{Digest, Sha256};
use vello_cpu::kurbo::{Affine, BezPath, PathEl, Point};

use super::outline::outline;
use super::{DocumentInfo, EMBOLDEN, Letters};
use crate::color::Rgba;
use crate::display::{Brush, Glyphs, Op};
use crate::layout::Picture;
use crate::scene::Canvas;

/// Namespace of our metadata elements.
const NAMESPACE: &str = "https://plantain.dev/ns/1";

/// Writes a picture as an SVG document of the canvas's size in pixels.
pub fn svg(picture: &Picture, canvas: Canvas, letters: Letters, info: &DocumentInfo<'_>) -> String {
    let mut writer = Writer {
        out: String::with_capacity(64 * 1024),
        defs: String::new(),
        next: 0,
        layers: Vec::new(),
        fonts: (letters == Letters::Text).then(letters::Fonts::default),
    };
    for op in &picture.display.ops {
        writer.op(op);
    }
    if let Some(fonts) = &writer.fonts {
        writer.defs.push_str(&fonts.style());
    }
    let (w, h) = canvas.logical();
    let mut head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\"",
        canvas.width,
        canvas.height,
        number(f64::from(w)),
        number(f64::from(h))
    );
    if !info.language.is_empty() {
        let _ = write!(head, " xml:lang=\"{}\"", escape(info.language));
    }
    head.push_str(">\n");
    if !info.title.is_empty() {
        let _ = writeln!(head, "<title>{}</title>", escape(info.title));
    }
    let _ = writeln!(head, "<desc>{}</desc>", escape(info.description));
    let mut body = String::with_capacity(writer.defs.len() + writer.out.len() + 32);
    if !writer.defs.is_empty() {
        let _ = writeln!(body, "<defs>\n{}</defs>", writer.defs);
    }
    body.push_str(&writer.out);
    body.push_str("</svg>\n");
    let drawing = drawing_sha256(&head, &body);
    metadata(&mut head, &drawing, info);
    head + &body
}

/// Returns the hash of everything but the metadata, so that a drawing that was changed is known from its scene.
fn drawing_sha256(head: &str, body: &str) -> String {
    let hash = Sha256::new().chain_update(head).chain_update(body);
    let hash = hash.finalize();
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn metadata(head: &mut String, drawing: &str, info: &DocumentInfo<'_>) {
    let _ = writeln!(
        head,
        "<metadata xmlns:plantain=\"{NAMESPACE}\" plantain:drawing-sha256=\"{drawing}\">"
    );
    for (key, value) in info.fields {
        let _ = writeln!(
            head,
            "<plantain:field name=\"{}\">{}</plantain:field>",
            escape(key),
            escape(value)
        );
    }
    if let Some(scene) = info.scene_json {
        let _ = writeln!(head, "<plantain:scene>{}</plantain:scene>", escape(scene));
    }
    head.push_str("</metadata>\n");
}

struct Writer {
    out: String,
    defs: String,
    next: u32,
    /// Closing tags of open layers.
    layers: Vec<&'static str>,
    /// The fonts of the text so far, where letters are text.
    fonts: Option<letters::Fonts>,
}

impl Writer {
    fn op(&mut self, op: &Op) {
        match op {
            Op::Fill(fill) => {
                let paint = self.paint(&fill.brush, "fill");
                let rule = if fill.even_odd {
                    " fill-rule=\"evenodd\""
                } else {
                    ""
                };
                self.shape(&fill.path, fill.transform, &format!("{paint}{rule}"));
            }
            Op::Stroke(stroke) => {
                let mut style = self.paint(&stroke.brush, "stroke");
                let _ = write!(
                    style,
                    " fill=\"none\" stroke-width=\"{}\"",
                    number(stroke.width)
                );
                if stroke.round {
                    style.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
                }
                if let Some([dash, gap]) = stroke.dash {
                    let _ = write!(
                        style,
                        " stroke-dasharray=\"{} {}\"",
                        number(dash),
                        number(gap)
                    );
                }
                self.shape(&stroke.path, stroke.transform, &style);
            }
            Op::Shadow(shadow) => {
                let id = self.id();
                let reach = f64::from(shadow.sigma) * 3.0;
                let area = shadow.rect.inflate(reach, reach);
                let _ = writeln!(
                    self.defs,
                    "<filter id=\"{id}\" filterUnits=\"userSpaceOnUse\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><feGaussianBlur stdDeviation=\"{}\"/></filter>",
                    number(area.x0),
                    number(area.y0),
                    number(area.width()),
                    number(area.height()),
                    number(f64::from(shadow.sigma))
                );
                let r = shadow.rect;
                let _ = writeln!(
                    self.out,
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"{} filter=\"url(#{id})\"{}/>",
                    number(r.x0),
                    number(r.y0),
                    number(r.width()),
                    number(r.height()),
                    number(f64::from(shadow.radius)),
                    color("fill", shadow.color),
                    matrix(shadow.transform)
                );
            }
            Op::Glyphs(glyphs) => self.glyphs(glyphs),
            Op::Image(image) => {
                let Some(png) = png(&image.pixels) else {
                    return;
                };
                let data = base64::engine::general_purpose::STANDARD.encode(png);
                let r = image.rect;
                let _ = writeln!(
                    self.out,
                    "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\"{} href=\"data:image/png;base64,{data}\"/>",
                    number(r.x0),
                    number(r.y0),
                    number(r.width()),
                    number(r.height()),
                    matrix(image.transform)
                );
            }
            Op::PushClip(path) => {
                let id = self.id();
                let _ = writeln!(
                    self.defs,
                    "<clipPath id=\"{id}\"><path d=\"{}\"/></clipPath>",
                    data(path)
                );
                let _ = writeln!(self.out, "<g clip-path=\"url(#{id})\">");
                self.layers.push("</g>\n");
            }
            Op::PushOpacity(opacity) => {
                let _ = writeln!(self.out, "<g opacity=\"{}\">", number(f64::from(*opacity)));
                self.layers.push("</g>\n");
            }
            Op::Pop => self.out.push_str(self.layers.pop().unwrap_or_default()),
        }
    }

    fn glyphs(&mut self, glyphs: &Glyphs) {
        let stroke = |width: f32| {
            let width = number(f64::from(width));
            format!(" stroke-width=\"{width}\" stroke-linejoin=\"round\"")
        };
        let stroked = color("stroke", glyphs.color);
        let style = if glyphs.outline > 0.0 {
            format!("{stroked} fill=\"none\"{}", stroke(glyphs.outline))
        } else if glyphs.run.embolden {
            let bolder = stroke(glyphs.size * EMBOLDEN * 2.0);
            format!("{}{stroked}{bolder}", color("fill", glyphs.color))
        } else {
            color("fill", glyphs.color)
        };
        let text = self.fonts.as_mut().and_then(|fonts| fonts.text(glyphs));
        match text {
            // An outline around letters says nothing that the letters do not say.
            Some(text) if glyphs.outline <= 0.0 => {
                let place = matrix(glyphs.transform * text.lean);
                let (attributes, words) = (text.attributes, escape(&text.words));
                let _ = writeln!(self.out, "<text{attributes}{style}{place}>{words}</text>");
            }
            _ => self.shape(&outline(glyphs), glyphs.transform, &style),
        }
    }

    fn shape(&mut self, path: &BezPath, transform: Affine, style: &str) {
        if !path.is_empty() {
            let _ = writeln!(
                self.out,
                "<path d=\"{}\"{style}{}/>",
                data(path),
                matrix(transform)
            );
        }
    }

    fn id(&mut self) -> String {
        self.next += 1;
        format!("p{}", self.next)
    }

    fn paint(&mut self, brush: &Brush, attribute: &str) -> String {
        let (tag, place, stops) = match brush {
            Brush::Solid(rgba) => return color(attribute, *rgba),
            Brush::Linear { from, to, stops } => {
                let place = format!(
                    "x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"",
                    number(from.x),
                    number(from.y),
                    number(to.x),
                    number(to.y)
                );
                ("linearGradient", place, stops)
            }
            Brush::Radial {
                center,
                radius,
                stops,
            } => {
                let place = format!(
                    "cx=\"{}\" cy=\"{}\" r=\"{}\"",
                    number(center.x),
                    number(center.y),
                    number(f64::from(*radius))
                );
                ("radialGradient", place, stops)
            }
        };
        let id = self.id();
        let _ = write!(
            self.defs,
            "<{tag} id=\"{id}\" gradientUnits=\"userSpaceOnUse\" {place}>"
        );
        for (at, rgba) in stops {
            let _ = write!(
                self.defs,
                "<stop offset=\"{}\"{}/>",
                number(f64::from(*at)),
                color("stop-color", *rgba).replace("stop-color-opacity", "stop-opacity")
            );
        }
        let _ = writeln!(self.defs, "</{tag}>");
        format!(" {attribute}=\"url(#{id})\"")
    }
}

fn color(attribute: &str, Rgba([r, g, b, a]): Rgba) -> String {
    let mut text = format!(" {attribute}=\"#{r:02x}{g:02x}{b:02x}\"");
    if a < 255 {
        let _ = write!(
            text,
            " {attribute}-opacity=\"{}\"",
            number(f64::from(a) / 255.0)
        );
    }
    text
}

fn matrix(transform: Affine) -> String {
    if transform == Affine::IDENTITY {
        return String::new();
    }
    let c = transform.as_coeffs().map(precise);
    format!(" transform=\"matrix({})\"", c.join(" "))
}

fn data(path: &BezPath) -> String {
    let mut d = String::with_capacity(path.elements().len() * 12);
    let pair = |d: &mut String, p: Point| {
        let _ = write!(d, "{} {}", number(p.x), number(p.y));
    };
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => {
                d.push('M');
                pair(&mut d, *p);
            }
            PathEl::LineTo(p) => {
                d.push('L');
                pair(&mut d, *p);
            }
            PathEl::QuadTo(a, p) => {
                d.push('Q');
                pair(&mut d, *a);
                d.push(' ');
                pair(&mut d, *p);
            }
            PathEl::CurveTo(a, b, p) => {
                d.push('C');
                pair(&mut d, *a);
                d.push(' ');
                pair(&mut d, *b);
                d.push(' ');
                pair(&mut d, *p);
            }
            PathEl::ClosePath => d.push('Z'),
        }
    }
    d
}

/// A hundredth of a unit is far below what can be seen.
fn number(value: f64) -> String {
    trimmed(format!("{value:.2}"))
}

fn precise(value: f64) -> String {
    trimmed(format!("{value:.6}"))
}

fn trimmed(text: String) -> String {
    if !text.contains('.') {
        return text;
    }
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" {
        "0".to_owned()
    } else {
        short.to_owned()
    }
}

fn escape(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .fold(String::with_capacity(text.len()), |mut out, c| {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                _ => out.push(c),
            }
            out
        })
}

/// Packs a raster picture as PNG bytes.
pub(super) fn png(raster: &crate::display::Raster) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, raster.width, raster.height);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&raster.rgba).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

//! Dashboards: figures, a leading chart, a breakdown and a table in a product's frame.
//!
//! [`content`] decides what is shown, [`blocks`] builds the parts, [`frames`] arranges them for the canvas.

use plantain_scene::theme::Theme;

use crate::components::ui::laptop::{self, Laptop};
use crate::components::ui::{Kit, accents};
use crate::directors::web::Page;
use crate::studio::{Draft, Studio};

mod blocks;
mod cells;
mod content;
mod division;
mod frames;
mod hero;

use content::Content;
use frames::Frame;

pub(super) use hero::axis_format;

/// Themes that suit screens with figures.
const THEMES: [&str; 6] = [
    "minimal",
    "corporate",
    "friendly",
    "minimal",
    "botanical",
    "corporate",
];
/// Themes for trading and coins.
const THEMES_TRADING: [&str; 4] = ["night", "corporate", "minimal", "corporate"];
/// Accents that suit figures of any subject.
const ACCENTS: [u32; 6] = [0x2563eb, 0x0f766e, 0x4f46e5, 0xc2410c, 0x0e7490, 0x15803d];
/// Themes looked at for one picture.
const THEMES_MAX: usize = 6;

/// Returns drafts over frame and theme, the most fitting first.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let content = Content::of(studio);
    let custom = if matches!(content.topic.name, "crypto") {
        &THEMES_TRADING[..]
    } else {
        &THEMES[..]
    };
    let themes = accents::themes(studio, custom, &ACCENTS, THEMES_MAX);
    // A style that the prompt names is not up for change; otherwise every frame comes in another theme.
    let named = studio.names_theme();
    let turn = studio.rng(&studio.brief.prompt).below(themes.len());
    let frames = Frame::fitting(studio, &content);
    let mut drafts = Vec::new();
    for (f, frame) in frames.iter().enumerate() {
        let theme = if named {
            &themes[0]
        } else {
            &themes[(f + turn) % themes.len()]
        };
        drafts.push(draft(
            studio,
            &content,
            theme,
            *frame,
            0.95 - 0.05 * f as f32,
        ));
    }
    drafts
}

fn draft(
    studio: &Studio<'_>,
    content: &Content,
    theme: &Theme,
    frame: Frame,
    liking: f32,
) -> Draft {
    let root = if laptop::wanted(&studio.brief.prompt) {
        on_laptop(studio, content, theme, frame)
    } else {
        frames::build(frame, content, theme, studio.width, studio.height)
    };
    let figures = content.tiles.iter().filter(|t| !t.invented()).count()
        + usize::from(content.hero.value_literal);
    Draft::new(frame.name(), theme.clone(), root)
        .because(format!(
            "A {} frame in the {} theme: {} and a canvas of {:.0} by {:.0} units.",
            frame.name(),
            theme.name,
            match figures {
                0 => "no figure is given".to_owned(),
                1 => "one given figure leads".to_owned(),
                n => format!("{n} given figures"),
            },
            studio.width,
            studio.height
        ))
        .because(format!(
            "Navigation, sample figures and table follow the subject “{}”.",
            content.topic.name
        ))
        .liked(liking)
}

/// The screen in a laptop on a soft ground.
fn on_laptop(
    studio: &Studio<'_>,
    content: &Content,
    theme: &Theme,
    frame: Frame,
) -> plantain_scene::Node {
    let canvas = (studio.width, studio.height);
    let device = Laptop::fitting(canvas.0, canvas.1);
    let kit = Kit::new(studio, theme, device.w / 1280.0);
    let frame = match frame {
        Frame::Tower | Frame::Strip => Frame::TopNav,
        other => other,
    };
    let screen = frames::build(frame, content, theme, device.w, device.h);
    let page = Page::new(studio, theme, 1);
    page.soft_ground(page.canvas())
        .child(device.frame(&kit, screen, canvas).at(0.0, 0.0))
}

#[cfg(test)]
mod tests {
    use plantain_read::read;
    use plantain_scene::Canvas;

    use super::*;

    /// Prompts with figures, lists, given data and none of these.
    const PROMPTS: [&str; 6] = [
        "A product dashboard UI screenshot showing monthly revenue $48,200 with a line chart, clean minimal design",
        "sales dashboard, title 'Q3 Sales Overview'. donut chart: 'North' '40%', 'South' '25%', 'East' '20%', 'West' '15%'",
        "Crypto portfolio screen. Total \"$23,910.55\". Holdings: \"BTC\" \"0.31\", \"ETH\" \"2.75\", \"SOL\" \"48.0\". 24h change \"+3.2%\"",
        "hospital dashboard with patients 1,326 and bed occupancy 78%",
        "analytics dashboard with Users \"12,480\", Sessions \"31,204\", Bounce rate \"38%\", Conversion \"3.4%\", Signups \"412\", Churn \"2.1%\"",
        "an admin dashboard",
    ];
    const SIZES: [(u32, u32); 5] = [
        (1024, 1024),
        (1344, 768),
        (768, 1344),
        (512, 512),
        (1536, 512),
    ];

    #[test]
    fn every_frame_holds_every_literal() {
        for prompt in PROMPTS {
            let brief = read(prompt);
            for (w, h) in SIZES {
                let studio = Studio::new(&brief, Canvas::new(w, h), true, 7);
                let drafts = direct(&studio);
                assert!(!drafts.is_empty());
                for draft in drafts {
                    let scene = serde_json::to_string(&draft.root).unwrap_or_default();
                    for literal in &brief.literals {
                        let text = serde_json::to_string(&literal.text).unwrap_or_default();
                        assert!(
                            scene.contains(text.trim_matches('"')),
                            "{prompt} at {w}x{h}, {}: {text} is missing",
                            draft.archetype
                        );
                    }
                }
            }
        }
    }

    /// Roles of the nodes of a tree, and its charts, in order.
    fn parts(root: &plantain_scene::Node) -> (Vec<String>, Vec<plantain_scene::chart::ChartSpec>) {
        let (mut roles, mut charts) = (Vec::new(), Vec::new());
        root.visit(&mut |node| {
            roles.push(node.role.clone());
            if let plantain_scene::node::Content::Chart(spec) = &node.content {
                charts.push(spec.clone());
            }
        });
        (roles, charts)
    }

    #[test]
    fn figures_told_as_cards_stand_on_cards() {
        for (prompt, cards) in [
            ("dashboard with two KPI cards Revenue $12k and Users 340", 2),
            (
                "dashboard, three cards: Orders 1,284, Returns 37, Rating 4.6",
                3,
            ),
        ] {
            let brief = read(prompt);
            for (w, h) in SIZES {
                let studio = Studio::new(&brief, Canvas::new(w, h), true, 7);
                for draft in direct(&studio) {
                    let (roles, _) = parts(&draft.root);
                    let found = roles.iter().filter(|role| *role == "card").count();
                    assert_eq!(found, cards, "{prompt} at {w}x{h}, {}", draft.archetype);
                }
            }
        }
    }

    #[test]
    fn charts_show_what_they_are_told_to() {
        use plantain_scene::chart::ChartKind;
        for (prompt, kind, values) in [
            (
                "server dashboard: CPU 42%, Memory 68%, Disk 81%, line chart of requests",
                ChartKind::Line,
                None,
            ),
            (
                "project dashboard, tasks as progress bars: Design 80%, Backend 55%, QA 20%",
                ChartKind::Progress,
                Some(vec![80.0, 55.0, 20.0]),
            ),
            (
                "energy dashboard with gauge 68% battery and line chart of solar output",
                ChartKind::Gauge,
                Some(vec![68.0]),
            ),
            (
                "dashboard \"Storage\" with donut 73% used, 365 GB of 500 GB",
                ChartKind::Donut,
                Some(vec![73.0, 27.0]),
            ),
        ] {
            let brief = read(prompt);
            let studio = Studio::new(&brief, Canvas::new(1024, 1024), true, 3);
            for draft in direct(&studio) {
                let (_, charts) = parts(&draft.root);
                let led = charts.iter().find(|spec| spec.chart == kind);
                let got = led.map(|spec| spec.series[0].values.clone());
                let given = [42.0, 68.0, 81.0];
                match &values {
                    Some(_) => assert_eq!(got, values, "{prompt}, {}", draft.archetype),
                    None => assert!(
                        got.is_some_and(|got| got != given),
                        "{prompt}, {}",
                        draft.archetype
                    ),
                }
            }
        }
    }

    #[test]
    fn invented_figures_are_marked() {
        let brief = read("an admin dashboard");
        let studio = Studio::new(&brief, Canvas::new(1024, 1024), true, 3);
        for draft in direct(&studio) {
            draft.root.visit(&mut |node| {
                assert!(!node.literal, "{:?} is no literal", node.as_text());
            });
        }
    }
}

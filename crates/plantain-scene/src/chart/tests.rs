//! What holds for every chart: texts stay inside and apart, forms are in proportion.

use proptest::prelude::*;

use super::*;
use crate::node::{Content, Node, Shape};
use crate::node::{FontRole, Len};
use crate::text::TextMeasure;
use crate::theme::preset;

/// Every letter is half an em wide.
struct HalfEm;

impl TextMeasure for HalfEm {
    fn width(&mut self, text: &str, _: FontRole, size: f32, weight: u16) -> f32 {
        text.chars().count() as f32 * size * if weight >= 600 { 0.56 } else { 0.52 }
    }
}

const KINDS: [ChartKind; 25] = [
    ChartKind::Line,
    ChartKind::Area,
    ChartKind::StackedArea,
    ChartKind::Bar,
    ChartKind::GroupedBar,
    ChartKind::StackedBar,
    ChartKind::HorizontalBar,
    ChartKind::Histogram,
    ChartKind::Pie,
    ChartKind::Donut,
    ChartKind::Scatter,
    ChartKind::Gauge,
    ChartKind::Progress,
    ChartKind::Radar,
    ChartKind::Funnel,
    ChartKind::HeatMap,
    ChartKind::Waterfall,
    ChartKind::Gantt,
    ChartKind::Sparkline,
    ChartKind::BoxPlot,
    ChartKind::Bubble,
    ChartKind::Candlestick,
    ChartKind::Treemap,
    ChartKind::Bullet,
    ChartKind::Pyramid,
];

fn drawn(spec: &ChartSpec, w: f32, h: f32) -> Vec<Node> {
    let theme = preset("minimal").expect("a preset").theme();
    expand(spec, w, h, &theme, &mut HalfEm)
}

fn bounds(node: &Node) -> [f32; 4] {
    let [x, y] = node.layout.at.expect("placed absolutely");
    match (node.layout.w, node.layout.h) {
        (Len::Units(w), Len::Units(h)) => [x, y, w, h],
        other => panic!("a chart's node has the size {other:?}"),
    }
}

fn with_role<'n>(nodes: &'n [Node], role: &str) -> Vec<&'n Node> {
    nodes.iter().filter(|n| n.role == role).collect()
}

fn texts(nodes: &[Node]) -> Vec<String> {
    nodes
        .iter()
        .filter_map(|n| n.as_text().map(|t| t.text.clone()))
        .collect()
}

fn series(values: &[f64], shown: &[&str]) -> Series {
    Series {
        values: values.to_vec(),
        shown: shown.iter().map(|s| (*s).to_owned()).collect(),
        ..Series::default()
    }
}

fn labels(names: &[&str]) -> Vec<String> {
    names.iter().map(|s| (*s).to_owned()).collect()
}

fn any_spec() -> impl Strategy<Value = ChartSpec> {
    let value = prop_oneof![-50.0..200.0_f64, 0.0..1e7_f64, Just(0.0), Just(f64::NAN)];
    let word = "[A-Za-z]{1,9}( [a-z]{2,7}){0,2}";
    (
        proptest::sample::select(KINDS.to_vec()),
        proptest::collection::vec(word, 0..14),
        proptest::collection::vec(
            (
                proptest::collection::vec(value, 0..14),
                "[A-Z][a-z]{0,8}",
                any::<bool>(),
            ),
            0..4,
        ),
        any::<[bool; 6]>(),
        proptest::option::of(0..14_usize),
        0..4_u8,
    )
        .prop_map(
            |(chart, labels, rows, flags, highlight, legend)| ChartSpec {
                chart,
                labels,
                series: rows
                    .into_iter()
                    .map(|(values, name, quiet)| Series {
                        values,
                        name,
                        quiet,
                        ..Series::default()
                    })
                    .collect(),
                show_values: flags[0],
                axes: flags[1],
                smooth: flags[2],
                trend: flags[3],
                given: flags[4],
                x_title: flags[5].then(|| "Hours".to_owned()),
                y_title: flags[5].then(|| "Score".to_owned()),
                center: flags[3].then(|| ["1,284".to_owned(), "Total".to_owned()]),
                callout: highlight.map(|_| ["December".to_owned(), "$48,200".to_owned()]),
                highlight,
                legend: [
                    LegendPlace::None,
                    LegendPlace::Top,
                    LegendPlace::Bottom,
                    LegendPlace::Right,
                ][usize::from(legend)],
                ..ChartSpec::default()
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_stay_inside_and_apart(spec in any_spec(), w in 20.0..1400.0_f32, h in 20.0..1000.0_f32) {
        /// By so little of a unit two boxes may meet: nobody sees it.
        const SEEN: f32 = 0.05;
        let nodes = drawn(&spec, w, h);
        let boxes: Vec<[f32; 4]> = nodes.iter().filter(|n| n.as_text().is_some()).map(bounds).collect();
        for (i, [x, y, bw, bh]) in boxes.iter().enumerate() {
            prop_assert!(*x >= -0.1 && *y >= -0.1 && x + bw <= w + 0.1 && y + bh <= h + 0.1, "outside: {:?}", boxes[i]);
            for [x2, y2, w2, h2] in &boxes[..i] {
                let apart = x + bw <= x2 + SEEN || x2 + w2 <= x + SEEN || y + bh <= y2 + SEEN || y2 + h2 <= y + SEEN;
                prop_assert!(apart, "{:?} over {:?}", boxes[i], [x2, y2, w2, h2]);
            }
        }
        for node in &nodes {
            let [x, y, bw, bh] = bounds(node);
            prop_assert!([x, y, bw, bh].iter().all(|v| v.is_finite()) && bw >= 0.0 && bh >= 0.0);
        }
    }

    #[test]
    fn bars_are_as_high_as_their_values(values in proptest::collection::vec(1.0..1000.0_f64, 1..12)) {
        let spec = ChartSpec { chart: ChartKind::Bar, series: vec![series(&values, &[])], axes: true, show_values: true, ..ChartSpec::default() };
        let nodes = drawn(&spec, 900.0, 600.0);
        let bars = with_role(&nodes, "bar");
        prop_assert_eq!(bars.len(), values.len());
        let unit = f64::from(bounds(bars[0])[3]) / values[0];
        for (bar, value) in bars.iter().zip(&values) {
            prop_assert!((f64::from(bounds(bar)[3]) - value * unit).abs() < 0.5);
        }
    }

    #[test]
    fn slices_fill_the_circle_in_proportion(values in proptest::collection::vec(0.0..1000.0_f64, 1..12)) {
        let total: f64 = values.iter().sum();
        prop_assume!(total > 0.0);
        let slices = SliceAngles::of(&values);
        let sum: f32 = slices.iter().map(|s| s.to - s.from).sum();
        prop_assert!((sum - 360.0).abs() < 0.01);
        for (slice, value) in slices.iter().zip(&values) {
            prop_assert!((f64::from(slice.to - slice.from) - value / total * 360.0).abs() < 0.01);
        }
    }
}

#[test]
fn given_texts_are_all_there_as_written() {
    type Case = (
        ChartKind,
        &'static [&'static str],
        &'static [f64],
        &'static [&'static str],
    );
    let cases: &[Case] = &[
        (
            ChartKind::Bar,
            &["Q1", "Q2", "Q3", "Q4"],
            &[4.2, 5.1, 4.8, 6.3],
            &["4.2", "5.1", "4.8", "6.3"],
        ),
        (
            ChartKind::HorizontalBar,
            &["Chrome", "Safari", "Edge"],
            &[65.0, 19.0, 5.0],
            &["65 %", "19 %", "5 %"],
        ),
        (
            ChartKind::Progress,
            &["Storage", "Memory"],
            &[45.0, 80.0],
            &["45%", "80%"],
        ),
        (
            ChartKind::Waterfall,
            &["Start", "Sales", "End"],
            &[100.0, 60.0, 160.0],
            &["100", "+60", "160"],
        ),
        (
            ChartKind::Histogram,
            &["50-59", "60-69", "70-79"],
            &[3.0, 7.0, 12.0],
            &["3", "7", "12"],
        ),
        (
            ChartKind::Funnel,
            &["Visits", "Sign-ups", "Paid"],
            &[1000.0, 200.0, 30.0],
            &["1,000", "200", "30"],
        ),
        (
            ChartKind::Line,
            &["Jan", "Feb", "Mar", "Apr"],
            &[102.0, 97.0, 110.0, 121.0],
            &["102", "97", "110", "$121"],
        ),
        (
            ChartKind::Radar,
            &["Speed", "Power", "Range"],
            &[3.0, 4.0, 5.0],
            &["3", "4", "5"],
        ),
    ];
    for (chart, names, values, shown) in cases {
        for (w, h) in [(1000.0, 600.0), (420.0, 640.0), (300.0, 260.0)] {
            let spec = ChartSpec {
                chart: *chart,
                labels: labels(names),
                series: vec![series(values, shown)],
                show_values: true,
                given: true,
                axes: true,
                ..ChartSpec::default()
            };
            let written = texts(&drawn(&spec, w, h));
            for text in names.iter().chain(*shown) {
                assert!(
                    written.iter().any(|t| t == text),
                    "{chart:?} at {w}x{h} lacks {text}: {written:?}"
                );
            }
        }
    }
}

#[test]
fn spokes_of_a_radar_show_the_figures_of_every_series() {
    for size in [340.0, 500.0, 613.0, 777.0, 1000.0] {
        let spec = ChartSpec {
            chart: ChartKind::Radar,
            labels: labels(&["Speed", "Power", "Range"]),
            series: vec![
                series(&[1.0, 2.0, 3.0], &["1", "2", "3"]),
                series(&[4.0, 5.0, 6.0], &["4", "5", "6"]),
            ],
            show_values: true,
            given: true,
            ..ChartSpec::default()
        };
        let written = texts(&drawn(&spec, size, size));
        for text in ["1", "2", "3", "4", "5", "6"] {
            assert!(
                written.iter().any(|t| t == text),
                "a radar of {size} lacks {text}: {written:?}"
            );
        }
    }
}

#[test]
fn pies_name_every_slice_even_small_ones() {
    let spec = ChartSpec {
        chart: ChartKind::Pie,
        labels: labels(&["Dogs", "Cats", "Fish", "Other", "Birds", "Snakes"]),
        series: vec![series(
            &[80.0, 14.0, 2.0, 2.0, 1.0, 1.0],
            &["80%", "14%", "2%", "2%", "1%", "1%"],
        )],
        show_values: true,
        given: true,
        ..ChartSpec::default()
    };
    let nodes = drawn(&spec, 700.0, 420.0);
    assert_eq!(with_role(&nodes, "slice").len(), 6);
    let written = texts(&nodes);
    for text in [
        "Dogs 80%",
        "Cats 14%",
        "Fish 2%",
        "Other 2%",
        "Birds 1%",
        "Snakes 1%",
    ] {
        assert!(
            written.iter().any(|t| t == text),
            "{text} is not in {written:?}"
        );
    }
    let whole = with_role(&nodes, "slice")
        .iter()
        .all(|n| matches!(n.content, Content::Shape(Shape::Ring { .. })));
    assert!(whole);
}

#[test]
fn the_callout_keeps_off_the_line() {
    let spec = ChartSpec {
        chart: ChartKind::Line,
        labels: labels(&["Jan", "Feb", "Mar", "Apr", "May", "Jun"]),
        series: vec![series(&[20.0, 24.0, 23.0, 31.0, 38.0, 48.2], &[])],
        axes: true,
        highlight: Some(5),
        callout: Some(["June".into(), "$48.2k".into()]),
        ..ChartSpec::default()
    };
    for (w, h) in [(900.0, 420.0), (500.0, 300.0), (360.0, 420.0)] {
        let nodes = drawn(&spec, w, h);
        let place = with_role(&nodes, "callout-box");
        assert_eq!(place.len(), 1, "{w}x{h}");
        let [x, y, bw, bh] = bounds(place[0]);
        assert!(x >= 0.0 && y >= 0.0 && x + bw <= w && y + bh <= h);
        let texts = with_role(&nodes, "callout");
        assert_eq!(texts.len(), 2);
        for text in texts {
            let [tx, ty, tw, th] = bounds(text);
            assert!(tx >= x && ty >= y && tx + tw <= x + bw && ty + th <= y + bh);
        }
    }
}

#[test]
fn a_goal_crosses_bars_and_curves_and_keeps_off_their_values() {
    for chart in [ChartKind::Bar, ChartKind::Line, ChartKind::HorizontalBar] {
        let spec = ChartSpec {
            chart,
            labels: labels(&["Mon", "Tue", "Wed"]),
            series: vec![series(&[42.0, 55.0, 49.0], &["42", "55", "49"])],
            goal: Some(Goal {
                value: 70.0,
                shown: "70".into(),
                name: "Goal".into(),
            }),
            show_values: true,
            given: true,
            ..ChartSpec::default()
        };
        let nodes = drawn(&spec, 500.0, 400.0);
        let words = texts(&nodes);
        assert!(
            words.contains(&"Goal".to_owned()) && words.contains(&"70".to_owned()),
            "{chart:?}"
        );
        let lines: Vec<[f32; 4]> = with_role(&nodes, "goal")
            .into_iter()
            .filter(|node| node.as_text().is_none())
            .map(bounds)
            .collect();
        assert!(!lines.is_empty(), "{chart:?}");
        // A goal above all values stands above all bars.
        let highest = with_role(&nodes, "bar")
            .into_iter()
            .map(|bar| bounds(bar)[1])
            .fold(f32::MAX, f32::min);
        if chart == ChartKind::Bar {
            assert!(lines.iter().all(|line| line[1] < highest));
        }
    }
}

#[test]
fn a_hand_points_at_the_value_of_a_gauge() {
    let spec = ChartSpec {
        chart: ChartKind::Gauge,
        series: vec![series(&[60.0], &["60"])],
        range: Some([0.0, 120.0]),
        needle: true,
        axes: true,
        ..ChartSpec::default()
    };
    let nodes = drawn(&spec, 400.0, 300.0);
    let hand = with_role(&nodes, "needle");
    let hub = with_role(&nodes, "hub");
    let ([hand], [hub]) = (&hand[..], &hub[..]) else {
        panic!("one hand, one hub");
    };
    let ([x, y, w, _], [hx, hy, hw, _]) = (bounds(hand), bounds(hub));
    // Half of the scale is straight up.
    assert!((x + w / 2.0 - hx - hw / 2.0).abs() < 1.0 && y < hy);
}

//! Reads the figures of a dashboard as they are told: "orders 9 pcs, visits 32 k, uptime 99,9 %. line chart of revenue
//! jan 30 feb 34. alert: pump 3 down".
//!
//! A dashboard is told in clauses, and every clause is one of four things: a figure with its name, the points of a chart,
//! an alert, or words about parts. Where every figure of the prompt is accounted for, this reading stands.

use crate::forms::FormKind;
use crate::literals::{capitalized, singular};
use crate::pairs::{number_in, value_kind};
use crate::reader::{Reader, Use};
use crate::{Brief, ChartKind, DataPoint, DataSet, Genre, List, Literal, Origin, Pair, Role, Span};

mod alerts;
mod charts;
mod clauses;
pub(crate) mod days;
mod figures;
mod quoted;
mod table;

use clauses::{Clause, Told};

/// Figures and charts that make a dashboard, at least.
const PARTS_MIN: usize = 2;
/// Figures beside a chart that make a board of it, at least.
const FIGURES_OF_A_BOARD: usize = 3;

/// Puts figures, charts and alerts of a dashboard in order, where all of its numbers were understood.
pub(crate) fn settle(reader: &mut Reader<'_>) {
    let profile = (0..reader.len().min(6)).any(|at| reader.key(at) == "profile");
    let app =
        reader.brief.genre == Genre::MobileApp || reader.brief.genre == Genre::WebPage && profile;
    if app && reader.brief.records.is_empty() {
        mend(reader);
        return;
    }
    let board = matches!(reader.brief.genre, Genre::Dashboard | Genre::Chart);
    if !board || !reader.brief.records.is_empty() {
        return;
    }
    let table = table::find(&reader.brief).filter(|_| reader.brief.grid.is_none());
    let reach = table.as_ref().map(|table| table.reach.clone());
    let Some(told) = clauses::read(reader, reach.as_ref()) else {
        return;
    };
    let figures = told.iter().filter(|part| part.is_figure()).count();
    let charts = told.iter().filter(|part| part.is_chart()).count();
    // "spend by channel Search 50%, Social 30%": one chart with its parts is a board, too.
    let parted = told
        .iter()
        .any(|part| matches!(&part.what, Clause::Chart { points, .. } if points.len() >= 3));
    let listed = usize::from(table.is_some());
    if figures + charts + listed < PARTS_MIN && !(parted && reader.brief.genre == Genre::Dashboard)
    {
        return;
    }
    // "Cash $212k, Runway 5.6 months, MRR $64k. Waterfall of cash: …": a chart among figures of other things is a board.
    if reader.brief.genre == Genre::Chart {
        // Several series over the same names are one chart, and no figure of theirs stands alone.
        let sets = &reader.brief.data;
        let series = sets.len() >= 2 && sets.iter().all(|set| set.points.len() >= 2);
        if figures < FIGURES_OF_A_BOARD || charts == 0 || series {
            return;
        }
        reader.brief.genre = Genre::Dashboard;
    }
    claim(reader, &told);
    // "commandes 1 204": the name of a figure asks for no part that it is also called by.
    let named = |span: &Span| {
        told.iter().any(|part| {
            let Clause::Figure { label, .. } = &part.what else {
                return false;
            };
            label.start <= span.start && span.end <= label.end
        })
    };
    reader.brief.described.retain(|part| !named(&part.span));
    if let Some(reach) = reach {
        let inside = |literal: &Literal| literal.meets(&reach);
        reader.brief.remove_literals(inside);
    }
    let mut desk = Desk::new(&reader.brief, &told);
    for part in told {
        desk.put(part);
    }
    desk.lists();
    let Desk {
        literals,
        pairs,
        sets,
        lists,
        ..
    } = desk;
    let mut literals = literals;
    let prompt = reader.prompt;
    // "(approx)", "KPIs - …": a remark, or the word for what follows, is no title.
    for literal in &mut literals {
        let remark = prompt[..literal.span.start].ends_with('(')
            && prompt[literal.span.end..].starts_with(')');
        let frame = matches!(
            literal.text.to_lowercase().as_str(),
            "kpis" | "kpi" | "metrics" | "stats" | "figures" | "cards" | "tiles"
        );
        if literal.role == Role::Title && literal.origin > Origin::Introduced && (remark || frame) {
            literal.text.clear();
        }
    }
    let brief = &mut reader.brief;
    brief.literals = literals;
    brief.pairs = pairs;
    brief.lists = lists;
    // What led from one of the old texts to another leads nowhere now.
    brief.links.clear();
    if !sets.is_empty() || brief.data.iter().all(|set| set.trend.is_none()) {
        brief.data = sets;
    }
    brief.remove_literals(|literal| literal.text.is_empty());
    brief.objects.clear();
    brief.relations.clear();
    brief.order_literals();
    if let Some(table) = table {
        table::put(brief, table);
    }
}

/// Marks the words of clauses that were understood.
fn claim(reader: &mut Reader<'_>, told: &[Told]) {
    for part in told {
        for at in 0..reader.len() {
            let span = &reader.tokens[at].span;
            let within = part.clause.start <= span.start && span.end <= part.clause.end;
            if within && reader.is_free(at) {
                reader.uses[at] = Use::Role;
            }
        }
    }
}

/// "walk 5,200 steps, streak 9 days": figures of an app that were lost, or lost their names, get them back.
fn mend(reader: &mut Reader<'_>) {
    let mut told = figures::lost(reader);
    // The number of an episode is a part of its name.
    let episodes = |list: &&List| list.kind == "episode";
    let held = |span: &Span| {
        let mut lists = reader.brief.lists.iter().filter(episodes);
        lists.any(|list| span.start < list.span.end && list.span.start < span.end)
    };
    told.retain(|part| !held(&part.clause));
    if told.is_empty() {
        return;
    }
    claim(reader, &told);
    let brief = &mut reader.brief;
    for part in &told {
        let overlaps = |literal: &Literal| literal.meets(&part.clause);
        brief.remove_literals(overlaps);
    }
    let base = brief.literals.len();
    let mut desk = Desk {
        prompt: &brief.prompt,
        literals: Vec::new(),
        pairs: Vec::new(),
        sets: Vec::new(),
        lists: Vec::new(),
        groups: Vec::new(),
    };
    for part in told {
        desk.put(part);
    }
    let Desk {
        mut literals,
        pairs,
        ..
    } = desk;
    brief.literals.append(&mut literals);
    brief.pairs.extend(pairs.into_iter().map(|pair| Pair {
        label: pair.label.map(|label| label + base),
        label_text: pair.label_text,
        value: pair.value + base,
    }));
    brief.order_literals();
}

/// The new texts of a brief while they are laid out.
struct Desk<'a> {
    prompt: &'a str,
    literals: Vec<Literal>,
    pairs: Vec<Pair>,
    sets: Vec<DataSet>,
    lists: Vec<List>,
    /// Words before a colon with the values behind them.
    groups: Vec<(String, Vec<usize>)>,
}

impl<'a> Desk<'a> {
    /// Keeps the texts of the frame that stand outside everything that is told anew.
    fn new(brief: &'a Brief, told: &[Told]) -> Self {
        let taken: Vec<&Span> = told.iter().map(|part| &part.clause).collect();
        let heads = |literal: &Literal| {
            // "Alarm: pump 3": what a colon follows is no title.
            let behind = brief.prompt[literal.span.end..].trim_start();
            literal.origin <= Origin::Introduced || !behind.starts_with([':', '：'])
        };
        let framed = |literal: &&Literal| {
            let outside = taken
                .iter()
                .all(|span| literal.span.end <= span.start || literal.span.start >= span.end);
            let part = matches!(
                literal.role,
                Role::Brand
                    | Role::Tab
                    | Role::Link
                    | Role::Button
                    | Role::Column
                    | Role::Date
                    | Role::Person
            );
            let headed = matches!(literal.role, Role::Title | Role::Subtitle | Role::Kicker);
            let part = part || headed && heads(literal);
            outside && (literal.origin == Origin::Quoted || part)
        };
        let mut literals: Vec<Literal> = brief.literals.iter().filter(framed).cloned().collect();
        let mut lists = Vec::new();
        for list in brief.lists.iter().filter(|list| is_of_names(brief, list)) {
            let apart = |at: &usize| {
                let span = &brief.literals[*at].span;
                taken
                    .iter()
                    .all(|part| span.end <= part.start || span.start >= part.end)
                    && !literals.iter().any(|literal| literal.span == *span)
            };
            if !list.items.iter().all(apart) {
                continue;
            }
            let first = literals.len();
            literals.extend(list.items.iter().map(|&at| brief.literals[at].clone()));
            lists.push(List {
                items: (first..literals.len()).collect(),
                ..list.clone()
            });
        }
        Self {
            prompt: &brief.prompt,
            literals,
            pairs: Vec::new(),
            sets: Vec::new(),
            lists,
            groups: Vec::new(),
        }
    }

    fn text(&mut self, span: &Span, role: Role, origin: Origin) -> usize {
        self.literals.push(Literal {
            text: self.prompt[span.clone()].to_string(),
            span: span.clone(),
            role,
            origin,
            on_object: None,
        });
        self.literals.len() - 1
    }

    fn put(&mut self, part: Told) {
        match part.what {
            Clause::Figure {
                label,
                value,
                change,
                group,
            } => {
                let at = self.figure(&label, &value, change.as_ref());
                let Some(group) = group else { return };
                match self.groups.last_mut().filter(|(name, _)| *name == group) {
                    Some((_, values)) => values.push(at),
                    None => self.groups.push((group, vec![at])),
                }
            }
            Clause::Chart { kind, name, points } => self.chart(kind, name, &points),
            Clause::Owner { text } => {
                self.text(&text, Role::Title, Origin::Introduced);
            }
            Clause::Alert { text, quoted } => {
                let origin = if quoted {
                    Origin::Quoted
                } else {
                    Origin::Introduced
                };
                let at = self.text(&text, Role::Badge, origin);
                match self.lists.iter_mut().find(|list| list.kind == "alert") {
                    Some(list) => list.items.push(at),
                    None => self.lists.push(List {
                        kind: "alert".into(),
                        items: vec![at],
                        span: text,
                    }),
                }
            }
        }
    }

    /// Adds a figure with its name; returns its place.
    fn figure(&mut self, label: &Span, value: &Span, change: Option<&Span>) -> usize {
        let words = &self.prompt[label.clone()];
        // Words told in passing are set with a capital; names, and scripts without capitals, stand as they are written.
        let quoted = self.prompt[..label.start].ends_with(['"', '“', '„', '«', '「', '\'']);
        let lower = words.chars().any(char::is_lowercase)
            && !words.chars().any(char::is_uppercase)
            && !quoted;
        let origin = if quoted {
            Origin::Quoted
        } else {
            Origin::Introduced
        };
        let role = match value_kind(&self.prompt[value.clone()]) {
            Some(FormKind::Price)
                if words
                    .chars()
                    .all(|c| !c.is_lowercase() && !c.is_uppercase()) =>
            {
                Role::Price
            }
            _ => Role::Value,
        };
        let label_text = if lower {
            capitalized(words)
        } else {
            words.to_string()
        };
        let label = (!lower).then(|| self.text(label, Role::Label, origin));
        let value = self.text(value, role, Origin::Introduced);
        if let Some(change) = change {
            self.text(change, Role::Caption, Origin::Introduced);
        }
        self.pairs.push(Pair {
            label,
            label_text,
            value,
        });
        value
    }

    fn chart(&mut self, kind: ChartKind, name: Option<String>, points: &[(Span, Span)]) {
        let mut set = DataSet {
            chart: Some(kind),
            name,
            ..DataSet::default()
        };
        for (label, value) in points {
            if label.is_empty() {
                let value_at = self.text(value, Role::Value, Origin::Introduced);
                let shown = self.literals[value_at].text.clone();
                set.points.push(DataPoint {
                    label: String::new(),
                    value: number_in(&shown).unwrap_or_default(),
                    shown,
                    start: None,
                });
                continue;
            }
            let (label_at, value_at) = (
                self.text(label, Role::Item, Origin::Introduced),
                self.text(value, Role::Value, Origin::Introduced),
            );
            let shown = self.literals[value_at].text.clone();
            set.points.push(DataPoint {
                label: self.literals[label_at].text.clone(),
                value: number_in(&shown).unwrap_or_default(),
                shown,
                start: None,
            });
            self.pairs.push(Pair {
                label: Some(label_at),
                label_text: self.literals[label_at].text.clone(),
                value: value_at,
            });
        }
        self.sets.push(set);
    }

    /// Figures that stand under a word for things ("3 hives: …") are a list beside other figures.
    fn lists(&mut self) {
        let grouped: usize = self.groups.iter().map(|(_, values)| values.len()).sum();
        let alone = grouped == self.pairs.len();
        for (name, items) in std::mem::take(&mut self.groups) {
            if items.len() < 2 || alone {
                continue;
            }
            let span = self.literals[items[0]].span.clone();
            self.lists.push(List {
                kind: singular(&name),
                items,
                span,
            });
        }
    }
}

/// "list of new hires: Ines Marques, Tomas Berg": whether a list holds names with capitals and nothing said of them.
fn is_of_names(brief: &Brief, list: &List) -> bool {
    let name = |at: &usize| {
        let paired = brief
            .pairs
            .iter()
            .any(|pair| pair.value == *at || pair.label == Some(*at));
        brief.literals.get(*at).is_some_and(|literal| {
            literal.role == Role::Item && literal.text.starts_with(char::is_uppercase) && !paired
        })
    };
    list.items.len() >= 2 && list.items.iter().all(name)
}

#[cfg(test)]
mod tests {
    use crate::{Brief, read};

    /// Figures as "label = value", charts as "[name: label value, …]", alerts as "!text".
    fn shown(brief: &Brief) -> String {
        let in_chart = |value: usize| {
            brief
                .data
                .iter()
                .flat_map(|set| &set.points)
                .any(|point| point.shown == brief.literals[value].text)
        };
        let figures = brief
            .pairs
            .iter()
            .filter(|pair| !in_chart(pair.value))
            .map(|pair| format!("{} = {}", pair.label_text, brief.literals[pair.value].text));
        let charts = brief.data.iter().map(|set| {
            let points: Vec<String> = set
                .points
                .iter()
                .map(|point| format!("{} {}", point.label, point.shown).trim().to_owned())
                .collect();
            format!(
                "[{}: {}]",
                set.name.clone().unwrap_or_default(),
                points.join(", ")
            )
        });
        let alerts = brief
            .lists
            .iter()
            .filter(|list| list.kind == "alert")
            .flat_map(|list| &list.items)
            .map(|&at| format!("!{}", brief.literals[at].text));
        figures
            .chain(charts)
            .chain(alerts)
            .collect::<Vec<_>>()
            .join(" | ")
    }

    #[test]
    fn figures_of_an_app_keep_their_names() {
        for (prompt, want) in [
            (
                "habit tracker: drink water 6/8, no sugar day 14, walk 5,200 steps",
                "Drink water = 6/8 | No sugar day = 14 | Walk = 5,200 steps",
            ),
            (
                "weather app Oslo, wind 12 km/h humidity 58% uv 6",
                "Wind = 12 km/h | Humidity = 58% | Uv = 6",
            ),
        ] {
            assert_eq!(shown(&read(prompt)), want, "{prompt}");
        }
        for prompt in [
            "onboarding screen 2 of 4 of a meditation app, title \"Breathe\", button Next",
            "onboarding 2 of 3 for a plant app \"Never forget\", button Next",
        ] {
            assert_eq!(shown(&read(prompt)), "", "{prompt}");
        }
        let brief =
            read("mobile wallet app balance ₹12,450 recent Chai Point -₹120, Salary +₹45,000");
        let texts: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
        assert!(brief.pairs.iter().any(|pair| pair.label_text == "Balance"));
        assert_eq!(
            texts,
            ["₹12,450", "Chai Point", "-₹120", "Salary", "+₹45,000"]
        );
    }

    #[test]
    fn figures_keep_their_units_and_charts_their_points() {
        for (prompt, want) in [
            (
                "sales dashboard: orders 9 pcs, visits 32 k, uptime 99,9 %, revenue €48,200 (+12%). line chart of revenue jan 30 feb 34 mar 41",
                "Orders = 9 pcs | Visits = 32 k | Uptime = 99,9 % | Revenue = €48,200 | [Revenue: jan 30, feb 34, mar 41]",
            ),
            (
                "Dashboard für eine Kläranlage: Durchfluss 320 m³/h, pH 7,2, Temperatur 14 °C. Alarm: Pumpe 3 gestört",
                "Durchfluss = 320 m³/h | pH = 7,2 | Temperatur = 14 °C | !Pumpe 3 gestört",
            ),
            (
                "logistics dashboard: in transit 128, on time 94%, out of stock 6, and under repair 3",
                "In transit = 128 | On time = 94% | Out of stock = 6 | Under repair = 3",
            ),
            (
                "farm dashboard, soil moisture 47%, next rain Thursday, next delivery 4 May, status OK",
                "Soil moisture = 47% | Next rain = Thursday | Next delivery = 4 May | Status = OK",
            ),
            (
                "fleet dashboard with an alert \"2 vans overdue\", vehicles 48, on the road 31",
                "Vehicles = 48 | On the road = 31 | !2 vans overdue",
            ),
            (
                "warehouse dashboard: picked 391, late 12, bar chart orders per hour 8 32 9 41 10 58",
                "Picked = 391 | Late = 12 | [Orders per hour: 8 32, 9 41, 10 58]",
            ),
            (
                "dashboard: Orders 64, line chart roast temps 180 195 204 212, Jobs 3",
                "Orders = 64 | Jobs = 3 | [Roast temps: 180, 195, 204, 212]",
            ),
            (
                "clinic dashboard, three KPI cards Visits 90, Beds 14 and Staff 31",
                "Visits = 90 | Beds = 14 | Staff = 31",
            ),
            (
                "marketing dashboard: impressions 1.2M, spend $12,900. A table of campaigns: Spring Sale, Active, $4,200; Brand, Paused, $2,100",
                "Impressions = 1.2M | Spend = $12,900",
            ),
            (
                "support dashboard. KPIs: open 32, solved 58. table of tickets: #881, Login fails, Ana; #882, Refund, Tom",
                "Open = 32 | Solved = 58",
            ),
            (
                "wallet dashboard dark, portfolio $23,480 up 4.2%, holdings BTC 0.31, ETH 2.4, line chart 7 days",
                "Portfolio = $23,480 | BTC = 0.31 | ETH = 2.4 | [: ]",
            ),
            (
                "hospital dashboard dark: waiting 14 patients, beds free 6 of 40 and a table of patients",
                "Waiting = 14 patients | Beds free = 6 of 40",
            ),
            (
                "server dashboard: cpu 62%, memory 11.2/16 GB, 2 alerts: \"lag 14s\", \"disk 91%\"",
                "Cpu = 62% | Memory = 11.2/16 GB | !lag 14s | !disk 91%",
            ),
            (
                "school dashboard, attendance 94.2%, students 612, bar chart absences by grade: 5th 12, 6th 9",
                "Attendance = 94.2% | Students = 612 | [Absences by grade: 5th 12, 6th 9]",
            ),
            (
                "channel dashboard: subscribers 48.2k up 2%, ctr 5.1%, top videos: Fix a chain 12k, Bleed brakes 8k, True a wheel 5k",
                "Subscribers = 48.2k | Ctr = 5.1% | Fix a chain = 12k | Bleed brakes = 8k | True a wheel = 5k",
            ),
            (
                "재고 대시보드: 총 상품 1,284개, 품절 12개, 입고 예정 48개",
                "총 상품 = 1,284개 | 품절 = 12개 | 입고 예정 = 48개",
            ),
        ] {
            assert_eq!(shown(&read(prompt)), want, "{prompt}");
        }
    }
}

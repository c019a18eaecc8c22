//! Ways around: app bars, bottom tab bars, site headers, sidebars, breadcrumbs, pagination.

use plantain_scene::build::{col, icon, rect, row, spacer};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::button::Push;
use super::kit::{Kit, Type, Word};
use super::picture::icon_in;

/// A place to go: icon and words.
#[derive(Debug, Clone)]
pub struct Stop {
    pub icon: String,
    pub name: Option<Word>,
    /// How many things wait there.
    pub count: Option<Word>,
}

impl Stop {
    pub fn new(icon: impl Into<String>, name: Option<Word>) -> Self {
        Self {
            icon: icon.into(),
            name,
            count: None,
        }
    }

    /// Returns the place with a count behind its name.
    #[must_use]
    pub fn counted(mut self, count: Option<Word>) -> Self {
        self.count = count;
        self
    }
}

/// Height of a bottom tab bar in points, home indicator included.
pub const TAB_BAR: f32 = 82.0;

impl Kit<'_> {
    /// Returns the bottom tab bar of an app, as wide as the screen.
    pub fn tab_bar(&self, stops: &[Stop], active: usize) -> Node {
        let named = stops.iter().any(|stop| stop.name.is_some());
        let cells = stops.iter().enumerate().map(|(i, stop)| {
            let on = i == active;
            let ink = if on { Token::AccentText } else { Token::Muted };
            let mut cell = col()
                .role("tab")
                .grow(1.0)
                .align(Place::Center)
                .gap(self.u(4.0))
                .child(
                    icon(stop.icon.as_str(), self.u(24.0))
                        .color(ink)
                        .icon_stroke(if on { 2.3 } else { 1.9 }),
                );
            if let Some(name) = &stop.name {
                let size = self.u(11.0).max(super::kit::TEXT_MIN);
                cell = cell.child(
                    self.text(name, Type::Micro)
                        .size(size)
                        .weight(if on { 600 } else { 500 })
                        .color(ink)
                        .centered()
                        .max_lines(1),
                );
            } else if !named {
                cell = cell.child(
                    rect()
                        .size_box(self.u(5.0), self.u(5.0))
                        .rigid()
                        .radius(self.u(2.5))
                        .fill(if on {
                            Color::from(Token::Accent)
                        } else {
                            Color::from(Token::Accent).alpha(0.0)
                        }),
                );
            }
            cell
        });
        col()
            .role("tab-bar")
            .fill_w()
            .h(self.u(TAB_BAR))
            .rigid()
            .fill(Token::Surface)
            .child(rect().fill_w().h(1.0).rigid().fill(Token::Line))
            .child(
                row()
                    .fill_w()
                    .grow(1.0)
                    .pad_xy(self.u(10.0), 0.0)
                    .pad4(self.u(9.0), self.u(10.0), 0.0, self.u(10.0))
                    .align(Place::Start)
                    .children(cells),
            )
            .child(self.home_indicator())
    }

    /// Returns the bar at the foot of a screen without buttons.
    pub fn home_indicator(&self) -> Node {
        row().fill_w().h(self.u(20.0)).rigid().center().child(
            rect()
                .size_box(self.u(130.0), self.u(4.5))
                .rigid()
                .radius(self.u(2.5))
                .fill(Color::from(Token::Ink).alpha(0.85)),
        )
    }

    /// Returns the header of an app screen: large title, a note above or under it, something at the end.
    pub fn app_header(
        &self,
        title: &Word,
        over: Option<&Word>,
        under: Option<&Word>,
        trail: Option<Node>,
    ) -> Node {
        let mut words = col().grow(1.0).gap(self.u(3.0));
        if let Some(over) = over {
            words = words.child(self.text(over, Type::Caption).max_lines(1));
        }
        words = words.child(
            self.text(title, Type::Title)
                .size(self.u(28.0))
                .max_lines(2),
        );
        if let Some(under) = under {
            words = words.child(self.text(under, Type::Caption).max_lines(2));
        }
        let mut node = row().role("header").fill_w().gap(self.u(12.0)).child(words);
        if let Some(trail) = trail {
            node = node.child(trail);
        }
        node
    }

    /// Returns the height of [`Kit::app_header`].
    pub fn app_header_height(&self, notes: usize) -> f32 {
        self.u(28.0 * 1.2) + notes as f32 * (self.line(Type::Caption) + self.u(3.0))
    }

    /// Returns the bar of an inner screen: back, title in the middle, something at the end.
    pub fn inner_header(&self, title: &Word, trail: Option<Node>) -> Node {
        let side = self.u(40.0);
        row()
            .role("header")
            .fill_w()
            .h(side)
            .rigid()
            .gap(self.u(8.0))
            .child(
                row()
                    .size_box(side, side)
                    .rigid()
                    .center()
                    .child(icon("chevron-left", self.u(24.0))),
            )
            .child(
                self.text(title, Type::Heading)
                    .centered()
                    .max_lines(1)
                    .grow(1.0),
            )
            .child(trail.unwrap_or_else(|| col().size_box(side, side).rigid()))
    }

    /// Returns the header of a site: mark and name at the left, places in the middle, actions at the right.
    pub fn site_header(&self, brand: Option<&Word>, places: &[Word], actions: Vec<Node>) -> Node {
        let mut left = row()
            .gap(self.u(10.0))
            .rigid()
            .child(self.logo_mark(30.0, self.theme.name.len()));
        if let Some(brand) = brand {
            left = left.child(self.text(brand, Type::Heading).max_lines(1));
        }
        let links = places.iter().enumerate().map(|(i, place)| {
            self.text(place, Type::Caption)
                .size(self.u(14.0).max(super::kit::TEXT_MIN))
                .weight(if i == 0 { 600 } else { 500 })
                .color(if i == 0 { Token::Ink } else { Token::Muted })
                .max_lines(1)
        });
        row()
            .role("nav")
            .fill_w()
            .h(self.u(64.0))
            .rigid()
            .gap(self.u(28.0))
            .child(left)
            .child(
                row()
                    .gap(self.u(26.0))
                    .grow(1.0)
                    .justify(Place::Start)
                    .pad4(0.0, 0.0, 0.0, self.u(14.0))
                    .children(links),
            )
            .child(row().gap(self.u(12.0)).rigid().children(actions))
    }

    /// Returns the places of a sidebar: those that were told, each with the mark that its words mean or `mark`, else the
    /// usual ones with theirs.
    pub fn places(&self, told: &[Word], usual: &[(&str, &'static str)], mark: &str) -> Vec<Stop> {
        if told.is_empty() {
            let name = |name: &'static str| self.filler.then(|| self.say(name));
            return usual
                .iter()
                .map(|(icon, word)| Stop::new(*icon, name(word)))
                .collect();
        }
        told.iter()
            .map(|word| {
                let icon = icon_in(&word.text, self.tongue.code(), mark);
                Stop::new(icon, Some(word.clone()))
            })
            .collect()
    }

    /// Returns a sidebar of `width` units with its active place marked.
    pub fn sidebar(
        &self,
        width: f32,
        brand: Option<&Word>,
        stops: &[Stop],
        active: usize,
        foot: Option<Node>,
    ) -> Node {
        let mut head = row()
            .gap(self.u(10.0))
            .h(self.u(40.0))
            .rigid()
            .child(self.logo_mark(32.0, self.theme.name.len()));
        if let Some(brand) = brand {
            head = head.child(self.text(brand, Type::Heading).max_lines(1).grow(1.0));
        }
        let items = stops
            .iter()
            .enumerate()
            .map(|(i, stop)| self.sidebar_item(stop, i == active));
        let mut node = col()
            .role("sidebar")
            .w(width)
            .rigid()
            .fill_h()
            .fill(Token::Surface)
            .pad_xy(self.u(16.0), self.u(22.0))
            .gap(self.u(18.0))
            .child(head.pad_xy(self.u(8.0), 0.0))
            .child(col().fill_w().gap(self.u(4.0)).children(items))
            .child(spacer());
        if let Some(foot) = foot {
            node = node.child(foot);
        }
        row()
            .rigid()
            .fill_h()
            .align(Place::Stretch)
            .child(node)
            .child(rect().w(1.0).fill_h().rigid().fill(Token::Line))
    }

    fn sidebar_item(&self, stop: &Stop, on: bool) -> Node {
        let h = self.u(40.0);
        let ink = if on { Token::AccentText } else { Token::Muted };
        let mut item = row()
            .role("nav-item")
            .fill_w()
            .h(h)
            .rigid()
            .gap(self.u(12.0))
            .pad_xy(self.u(12.0), 0.0)
            .radius(self.control_radius(h).min(self.u(12.0)))
            .child(icon(stop.icon.as_str(), self.u(18.0)).color(ink));
        if let Some(name) = &stop.name {
            let color = if on { Token::AccentText } else { Token::Ink };
            item = item.child(
                self.text(name, Type::Body)
                    .size(self.u(14.5).max(super::kit::TEXT_MIN))
                    .weight(if on { 600 } else { 500 })
                    .color(color)
                    .max_lines(1)
                    .grow(1.0),
            );
        }
        if let Some(count) = &stop.count {
            let size = self.u(13.0).max(super::kit::TEXT_MIN);
            let figure = self.text(count, Type::Caption).size(size).weight(600);
            item = item.child(figure.color(ink).max_lines(1).rigid());
        }
        if on {
            item.fill(Token::AccentSoft)
        } else {
            item
        }
    }

    /// Returns a path of places, the last one strong.
    pub fn breadcrumb(&self, places: &[Word]) -> Node {
        let last = places.len().saturating_sub(1);
        let mut node = row().role("breadcrumb").gap(self.u(6.0));
        for (i, place) in places.iter().enumerate() {
            let color = if i == last { Token::Ink } else { Token::Muted };
            node = node.child(self.text(place, Type::Caption).color(color).max_lines(1));
            if i != last {
                node = node.child(icon("chevron-right", self.u(13.0)).color(Token::Muted));
            }
        }
        node
    }

    /// Returns page buttons.
    pub fn pagination(&self, pages: usize, current: usize) -> Node {
        let side = self.u(34.0);
        let cell = |content: Node, on: bool| {
            let node = row()
                .size_box(side, side)
                .rigid()
                .center()
                .radius(self.control_radius(side).min(self.u(10.0)))
                .child(content);
            if on {
                node.fill(Token::Accent)
            } else {
                node.stroke(Token::Line, 1.0)
            }
        };
        let numbers = (1..=pages).map(|page| {
            let on = page == current;
            let word = Word::invented(page.to_string());
            cell(
                self.text(&word, Type::Caption).weight(600).color(if on {
                    Token::AccentInk
                } else {
                    Token::Ink
                }),
                on,
            )
        });
        let arrow = |name: &str| cell(icon(name, self.u(15.0)).color(Token::Muted), false);
        row()
            .role("pagination")
            .gap(self.u(6.0))
            .child(arrow("chevron-left"))
            .children(numbers)
            .child(arrow("chevron-right"))
    }

    /// Returns a round "add" button that floats over a screen.
    pub fn add_button(&self) -> Node {
        self.float(self.round_button("plus", 56.0, Push::Primary))
    }
}

//! Charts and the numbers in them, and other parts that must be built.

use super::Span;

/// Something that is to be built.
#[derive(Debug, Clone, PartialEq)]
pub struct Described {
    pub kind: Component,
    /// Its own words ("weekly", "recent orders"), lower case.
    pub words: String,
    pub count: Option<u32>,
    pub span: Span,
}

/// Parts of a design that prompts ask for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Component {
    Chart(ChartKind),
    Table,
    Card,
    Sidebar,
    NavBar,
    TabBar,
    SearchBox,
    Button,
    Toggle,
    Form,
    List,
    Avatar,
    Icon,
    Photo,
    Map,
    Calendar,
    Badge,
    Ribbon,
    Border,
    Logo,
    Barcode,
    QrCode,
    Rating,
    Testimonial,
    Footer,
    Hero,
    Features,
    Legend,
    Arrow,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartKind {
    Line,
    Area,
    /// Areas one upon the other.
    StackedArea,
    Bar,
    GroupedBar,
    StackedBar,
    HorizontalBar,
    Histogram,
    Pie,
    Donut,
    Scatter,
    Gauge,
    Progress,
    Radar,
    Funnel,
    HeatMap,
    Waterfall,
    Gantt,
    Sparkline,
    BoxPlot,
    Bubble,
    Candlestick,
    Treemap,
    Bullet,
    /// Two rows of bars back to back.
    Pyramid,
}

/// Numbers with their names.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataSet {
    /// The chart that was named for it, if one was.
    pub chart: Option<ChartKind>,
    /// Name of the series, if there is one.
    pub name: Option<String>,
    pub points: Vec<DataPoint>,
    /// "rising", "peaks in July": a shape that is asked for without numbers.
    pub trend: Option<Trend>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataPoint {
    /// As written ("Q1", "Dogs").
    pub label: String,
    pub value: f64,
    /// As written ("4.2", "45%", "$1,200").
    pub shown: String,
    /// Where a bar of a Gantt chart begins, and the place on the first axis of a dot, when the prompt gives it.
    pub start: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    Rising,
    Falling,
    Flat,
    /// Highest at this place of the series, in thousandths of its length.
    PeakAt(u16),
    LowAt(u16),
}

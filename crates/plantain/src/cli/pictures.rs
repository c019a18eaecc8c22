//! What commands that make or look at pictures take.

use std::path::PathBuf;

use clap::Args;

use super::{DataArgs, SegmenterArgs};

#[derive(Debug, Args)]
pub struct GenerateArgs {
    /// What the picture should show; `-` reads it from standard input.
    pub prompt: String,
    /// A model name.
    #[arg(long, value_name = "NAME", default_value = "easel")]
    pub model: String,
    /// A ratio such as 16:9, or square, portrait, landscape.
    #[arg(long, value_name = "W:H", conflicts_with = "size")]
    pub aspect: Option<String>,
    /// How much detail: 512, 1K, 2K or 4K.
    #[arg(long, value_name = "TIER", conflicts_with = "size")]
    pub tier: Option<String>,
    /// How many pictures, 1 to 10; several are written to FILE-1, FILE-2, …
    #[arg(long, short = 'n', value_name = "N", default_value_t = 1)]
    pub count: i64,
    /// Fail when something cannot be drawn as asked, rather than draw the nearest thing and note it.
    #[arg(long)]
    pub strict: bool,
    /// Leave out sample content that the prompt does not ask for.
    #[arg(long)]
    pub no_filler: bool,
    /// A brand kit, JSON: {"colors": {"primary": "#0f766e", "background": "#fff"}, "fonts": {"heading": "Lora"}, "logo": "data:…"}.
    #[arg(long, value_name = "FILE")]
    pub brand: Option<PathBuf>,
    /// A picture or scene whose look is kept, so that a series looks like one.
    #[arg(long, value_name = "FILE")]
    pub style_of: Option<PathBuf>,
    /// Also write the scene that was drawn, as JSON.
    #[arg(long, value_name = "FILE")]
    pub scene: Option<PathBuf>,
    #[command(flatten)]
    pub picture: PictureArgs,
    /// Describe the result as JSON on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(override_usage = "plantain edit [OPTIONS] IMAGE... INSTRUCTION")]
pub struct EditArgs {
    /// One or several pictures, and then what to do with them, in words.
    #[arg(value_name = "IMAGE|INSTRUCTION", required = true)]
    pub words: Vec<String>,
    /// Where to write the one picture; `-` is standard output. The extension decides the format.
    #[arg(long, short, value_name = "FILE", conflicts_with = "out_dir")]
    pub output: Option<PathBuf>,
    /// Where to write several pictures, under their own names. Those that are there already are left alone, so that a run
    /// that was broken off goes on.
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    /// Make every picture again, also those that are there already.
    #[arg(long, requires = "out_dir")]
    pub again: bool,
    /// Write what became of each picture, as CSV.
    #[arg(long, value_name = "FILE", requires = "out_dir")]
    pub report: Option<PathBuf>,
    /// A picture as large as the one that is changed; only what it selects changes.
    #[arg(long, value_name = "FILE")]
    pub mask: Option<PathBuf>,
    /// What the mask selects: alpha (its see-through parts), white, black, or auto.
    #[arg(long, value_name = "MODE", default_value = "auto")]
    pub mask_mode: String,
    #[command(flatten)]
    pub segmenter: SegmenterArgs,
    /// A further picture that the instruction speaks of ("the logo", "the second image"); may be given several times.
    #[arg(long, value_name = "FILE")]
    pub with: Vec<PathBuf>,
    #[command(flatten)]
    pub form: FormArgs,
    /// Refuse what is only probably meant.
    #[arg(long)]
    pub strict: bool,
    /// Also write the scene that was changed, as JSON.
    #[arg(long, value_name = "FILE", conflicts_with = "out_dir")]
    pub scene: Option<PathBuf>,
    /// Describe the result as JSON on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Each row is a request with the fields of the HTTP API: prompt, size, seed, format, count, image (a file beside the table, to be
changed as the prompt says), mask, and so on. `id` names the picture's file; without it rows are numbered.

Examples:
  plantain batch labels.csv --out-dir labels --report labels-report.csv
  plantain batch catalogue.jsonl --out-dir out        pictures that are there are not drawn again, so a run goes on

labels.csv:
  id,prompt,size
  espresso,\"a price tag, \"\"Espresso 3.20\"\"\",600x400
  flat-white,\"a price tag, \"\"Flat white 3.80\"\"\",600x400")]
pub struct BatchArgs {
    /// A table (.csv, names of the fields in its first line) or JSON lines (.jsonl).
    pub file: PathBuf,
    /// Where to write the pictures.
    #[arg(long, value_name = "DIR")]
    pub out_dir: PathBuf,
    /// Draw every picture again, also those that are there already.
    #[arg(long)]
    pub again: bool,
    /// Write what became of each picture, as CSV.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Pictures drawn at once [default: one for each core].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub draw_at_once: Option<u16>,
    /// Describe the result as JSON on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  plantain sign 'a birthday cake.png' --with size=600x400
  plantain sign og-card.png --with title='Release 2.0' --with author=Ada --key key_3f9a --base https://img.example

The address begins with /r/ and shows the same picture each time. og-card is a template of the file of settings:
  [templates.og-card]
  prompt = 'a social card, title \"{title}\", by \"{author}\"'
  size = \"1200x630\"")]
pub struct SignArgs {
    /// A prompt or the name of a template, a point, and the format: png, jpeg, webp, svg or pdf.
    pub name: String,
    /// A field of the picture (size, seed, background, …) or what fills in a place of the template; may be given several times.
    #[arg(long = "with", value_name = "WORD=VALUE")]
    pub with: Vec<String>,
    /// Id of the key that pays; none on a server without keys.
    #[arg(long, value_name = "ID")]
    pub key: Option<String>,
    /// Hours that the address is good [default: for ever].
    #[arg(long, value_name = "HOURS", value_parser = clap::value_parser!(u32).range(1..=876_000))]
    pub hours: Option<u32>,
    /// Scheme and host that the address begins with.
    #[arg(
        long,
        value_name = "URL",
        env = "PLANTAIN_PUBLIC_URL",
        default_value = "http://127.0.0.1:8080"
    )]
    pub base: String,
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct RenderArgs {
    /// A scene document, JSON; `-` reads it from standard input.
    pub file: PathBuf,
    #[command(flatten)]
    pub picture: PictureArgs,
    /// Describe the result as JSON on standard output.
    #[arg(long)]
    pub json: bool,
}

/// A picture that is drawn into a file.
#[derive(Debug, Args)]
pub struct PictureArgs {
    /// Where to write; `-` is standard output. The extension decides the format.
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    #[command(flatten)]
    pub form: FormArgs,
}

/// What every picture takes, wherever it goes.
#[derive(Debug, Clone, Args)]
pub struct FormArgs {
    /// `WxH` in pixels (16 to 12288 a side, at most 36 megapixels), a ratio or a tier. An edit keeps the size of its picture
    /// when this is missing.
    #[arg(long, value_name = "SIZE")]
    pub size: Option<String>,
    /// Same request, version and seed: same bytes. Chosen and shown when missing.
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// png, jpeg, webp, svg or pdf.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// 1 to 100, for jpeg and webp. WebP without a quality is lossless.
    #[arg(long, value_name = "N")]
    pub quality: Option<i64>,
    /// How letters stand in an svg: outlines, or text with the fonts embedded. A pdf always holds text.
    #[arg(long, value_name = "FORM", default_value = "outlines")]
    pub letters: String,
    /// auto, opaque or transparent.
    #[arg(long, value_name = "WORD", default_value = "auto")]
    pub background: String,
}

#[derive(Debug, Args)]
pub struct InspectArgs {
    /// A PNG, JPEG or WebP file.
    pub file: PathBuf,
    /// Print the embedded scene and nothing else.
    #[arg(long, conflicts_with = "json")]
    pub scene: bool,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct ModelsArgs {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

//! The embedded fonts: which families there are, what each is for, and where its bytes lie.
//!
//! Written by `xtask/assets/fonts.py` from `xtask/assets/fonts.tsv`; change those and run it again.

use super::file::{FontFile, font_file};

/// What kind of letter a family draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    Sans,
    Rounded,
    Condensed,
    Serif,
    Slab,
    Mono,
    Display,
    Script,
    Hand,
    Chalk,
    Pixel,
    Typewriter,
    Symbols,
}

/// A script that a face covers well enough to set running text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    Latin,
    Greek,
    Cyrillic,
    Arabic,
    Hebrew,
    Devanagari,
    Thai,
    Han,
    Kana,
    Hangul,
    Bopomofo,
    Symbols,
}

/// One embedded face.
///
/// The regional CJK families share one collection file: their faces have the same `data` and differ in `index`. Register each
/// file once (see [`files`]); the family names inside the files are the ones given here.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// Family name, as it stands in the file too.
    pub family: &'static str,
    /// The font file (TTF, or TTC for CJK).
    pub data: &'static FontFile,
    /// Which face of the file; 0 unless it is a collection.
    pub index: u32,
    /// Lightest and heaviest CSS weight; equal for a static face.
    pub weights: (u16, u16),
    pub italic: bool,
    pub class: Class,
    pub scripts: &'static [Script],
}

/// The licence under which a family is embedded.
#[derive(Clone, Copy, Debug)]
pub struct FontLicence {
    pub family: &'static str,
    pub version: &'static str,
    /// SPDX identifier.
    pub licence: &'static str,
    pub text: &'static str,
}

/// Returns every font file once, in catalogue order.
pub fn files() -> impl Iterator<Item = &'static [u8]> {
    FACES
        .iter()
        .filter(|face| face.index == 0)
        .map(|face| &**face.data)
}

static INTER_VARIABLE: FontFile = font_file!("Inter-Variable.ttf");
static INTER_VARIABLE_ITALIC: FontFile = font_file!("Inter-Variable-Italic.ttf");
static ARCHIVO_400: FontFile = font_file!("Archivo-400.ttf");
static ARCHIVO_700: FontFile = font_file!("Archivo-700.ttf");
static ARCHIVO_900: FontFile = font_file!("Archivo-900.ttf");
static SPACEGROTESK_400: FontFile = font_file!("SpaceGrotesk-400.ttf");
static SPACEGROTESK_500: FontFile = font_file!("SpaceGrotesk-500.ttf");
static SPACEGROTESK_700: FontFile = font_file!("SpaceGrotesk-700.ttf");
static POPPINS_400: FontFile = font_file!("Poppins-400.ttf");
static POPPINS_600: FontFile = font_file!("Poppins-600.ttf");
static POPPINS_700: FontFile = font_file!("Poppins-700.ttf");
static JOSEFINSANS_300: FontFile = font_file!("JosefinSans-300.ttf");
static JOSEFINSANS_400: FontFile = font_file!("JosefinSans-400.ttf");
static JOSEFINSANS_700: FontFile = font_file!("JosefinSans-700.ttf");
static NUNITO_400: FontFile = font_file!("Nunito-400.ttf");
static NUNITO_700: FontFile = font_file!("Nunito-700.ttf");
static QUICKSAND_400: FontFile = font_file!("Quicksand-400.ttf");
static QUICKSAND_500: FontFile = font_file!("Quicksand-500.ttf");
static QUICKSAND_700: FontFile = font_file!("Quicksand-700.ttf");
static FREDOKA_400: FontFile = font_file!("Fredoka-400.ttf");
static FREDOKA_500: FontFile = font_file!("Fredoka-500.ttf");
static FREDOKA_600: FontFile = font_file!("Fredoka-600.ttf");
static FREDOKA_700: FontFile = font_file!("Fredoka-700.ttf");
static BALOO2_500: FontFile = font_file!("Baloo2-500.ttf");
static BALOO2_800: FontFile = font_file!("Baloo2-800.ttf");
static OSWALD_400: FontFile = font_file!("Oswald-400.ttf");
static OSWALD_500: FontFile = font_file!("Oswald-500.ttf");
static OSWALD_600: FontFile = font_file!("Oswald-600.ttf");
static OSWALD_700: FontFile = font_file!("Oswald-700.ttf");
static BARLOWCONDENSED_400: FontFile = font_file!("BarlowCondensed-400.ttf");
static BARLOWCONDENSED_600: FontFile = font_file!("BarlowCondensed-600.ttf");
static ANTON_400: FontFile = font_file!("Anton-400.ttf");
static BEBASNEUE_400: FontFile = font_file!("BebasNeue-400.ttf");
static SOURCESERIF4_400: FontFile = font_file!("SourceSerif4-400.ttf");
static SOURCESERIF4_400_ITALIC: FontFile = font_file!("SourceSerif4-400-Italic.ttf");
static SOURCESERIF4_700: FontFile = font_file!("SourceSerif4-700.ttf");
static PLAYFAIRDISPLAY_400: FontFile = font_file!("PlayfairDisplay-400.ttf");
static PLAYFAIRDISPLAY_400_ITALIC: FontFile = font_file!("PlayfairDisplay-400-Italic.ttf");
static PLAYFAIRDISPLAY_700: FontFile = font_file!("PlayfairDisplay-700.ttf");
static CORMORANTGARAMOND_400: FontFile = font_file!("CormorantGaramond-400.ttf");
static CORMORANTGARAMOND_500_ITALIC: FontFile = font_file!("CormorantGaramond-500-Italic.ttf");
static CORMORANTGARAMOND_600: FontFile = font_file!("CormorantGaramond-600.ttf");
static FRAUNCES_400: FontFile = font_file!("Fraunces-400.ttf");
static FRAUNCES_600: FontFile = font_file!("Fraunces-600.ttf");
static FRAUNCES_900: FontFile = font_file!("Fraunces-900.ttf");
static DMSERIFDISPLAY_400: FontFile = font_file!("DMSerifDisplay-400.ttf");
static DMSERIFDISPLAY_400_ITALIC: FontFile = font_file!("DMSerifDisplay-400-Italic.ttf");
static CINZEL_400: FontFile = font_file!("Cinzel-400.ttf");
static CINZEL_700: FontFile = font_file!("Cinzel-700.ttf");
static ROBOTOSLAB_400: FontFile = font_file!("RobotoSlab-400.ttf");
static ROBOTOSLAB_700: FontFile = font_file!("RobotoSlab-700.ttf");
static ZILLASLAB_400: FontFile = font_file!("ZillaSlab-400.ttf");
static ZILLASLAB_700: FontFile = font_file!("ZillaSlab-700.ttf");
static JETBRAINSMONO_400: FontFile = font_file!("JetBrainsMono-400.ttf");
static JETBRAINSMONO_700: FontFile = font_file!("JetBrainsMono-700.ttf");
static ABRILFATFACE_400: FontFile = font_file!("AbrilFatface-400.ttf");
static LIMELIGHT_400: FontFile = font_file!("Limelight-400.ttf");
static POIRETONE_400: FontFile = font_file!("PoiretOne-400.ttf");
static RIGHTEOUS_400: FontFile = font_file!("Righteous-400.ttf");
static SHRIKHAND_400: FontFile = font_file!("Shrikhand-400.ttf");
static ORBITRON_500: FontFile = font_file!("Orbitron-500.ttf");
static ORBITRON_900: FontFile = font_file!("Orbitron-900.ttf");
static MONOTON_400: FontFile = font_file!("Monoton-400.ttf");
static TILTNEON_400: FontFile = font_file!("TiltNeon-400.ttf");
static BANGERS_400: FontFile = font_file!("Bangers-400.ttf");
static LUCKIESTGUY_400: FontFile = font_file!("LuckiestGuy-400.ttf");
static RYE_400: FontFile = font_file!("Rye-400.ttf");
static CREEPSTER_400: FontFile = font_file!("Creepster-400.ttf");
static PIRATAONE_400: FontFile = font_file!("PirataOne-400.ttf");
static PACIFICO_400: FontFile = font_file!("Pacifico-400.ttf");
static GREATVIBES_400: FontFile = font_file!("GreatVibes-400.ttf");
static DANCINGSCRIPT_400: FontFile = font_file!("DancingScript-400.ttf");
static DANCINGSCRIPT_700: FontFile = font_file!("DancingScript-700.ttf");
static CAVEAT_400: FontFile = font_file!("Caveat-400.ttf");
static CAVEAT_700: FontFile = font_file!("Caveat-700.ttf");
static PATRICKHAND_400: FontFile = font_file!("PatrickHand-400.ttf");
static PERMANENTMARKER_400: FontFile = font_file!("PermanentMarker-400.ttf");
static CABINSKETCH_400: FontFile = font_file!("CabinSketch-400.ttf");
static PRESSSTART2P_400: FontFile = font_file!("PressStart2P-400.ttf");
static SILKSCREEN_400: FontFile = font_file!("Silkscreen-400.ttf");
static SILKSCREEN_700: FontFile = font_file!("Silkscreen-700.ttf");
static SPECIALELITE_400: FontFile = font_file!("SpecialElite-400.ttf");
static NOTOSANSARABIC_400: FontFile = font_file!("NotoSansArabic-400.ttf");
static NOTOSANSARABIC_700: FontFile = font_file!("NotoSansArabic-700.ttf");
static NOTONASKHARABIC_400: FontFile = font_file!("NotoNaskhArabic-400.ttf");
static NOTONASKHARABIC_700: FontFile = font_file!("NotoNaskhArabic-700.ttf");
static NOTOSANSHEBREW_400: FontFile = font_file!("NotoSansHebrew-400.ttf");
static NOTOSANSHEBREW_700: FontFile = font_file!("NotoSansHebrew-700.ttf");
static NOTOSANSDEVANAGARI_400: FontFile = font_file!("NotoSansDevanagari-400.ttf");
static NOTOSANSDEVANAGARI_700: FontFile = font_file!("NotoSansDevanagari-700.ttf");
static NOTOSANSTHAI_400: FontFile = font_file!("NotoSansThai-400.ttf");
static NOTOSANSTHAI_700: FontFile = font_file!("NotoSansThai-700.ttf");
static NOTOSANSSYMBOLS_400: FontFile = font_file!("NotoSansSymbols-400.ttf");
static NOTOSANSSYMBOLS2_400: FontFile = font_file!("NotoSansSymbols2-400.ttf");
static NOTOSANSMATH_400: FontFile = font_file!("NotoSansMath-400.ttf");
static NOTOSANSCJK_400: FontFile = font_file!("NotoSansCJK-400.ttc");
static NOTOSANSCJK_700: FontFile = font_file!("NotoSansCJK-700.ttc");

/// Every embedded face, text families first, then the fallbacks for other scripts and symbols.
pub static FACES: &[Face] = &[
    Face {
        family: "Inter",
        data: &INTER_VARIABLE,
        index: 0,
        weights: (100, 900),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin, Script::Greek, Script::Cyrillic],
    },
    Face {
        family: "Inter",
        data: &INTER_VARIABLE_ITALIC,
        index: 0,
        weights: (100, 900),
        italic: true,
        class: Class::Sans,
        scripts: &[Script::Latin, Script::Greek, Script::Cyrillic],
    },
    Face {
        family: "Archivo",
        data: &ARCHIVO_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Archivo",
        data: &ARCHIVO_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Archivo",
        data: &ARCHIVO_900,
        index: 0,
        weights: (900, 900),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Space Grotesk",
        data: &SPACEGROTESK_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Space Grotesk",
        data: &SPACEGROTESK_500,
        index: 0,
        weights: (500, 500),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Space Grotesk",
        data: &SPACEGROTESK_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Poppins",
        data: &POPPINS_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Poppins",
        data: &POPPINS_600,
        index: 0,
        weights: (600, 600),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Poppins",
        data: &POPPINS_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Josefin Sans",
        data: &JOSEFINSANS_300,
        index: 0,
        weights: (300, 300),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Josefin Sans",
        data: &JOSEFINSANS_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Josefin Sans",
        data: &JOSEFINSANS_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Nunito",
        data: &NUNITO_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Nunito",
        data: &NUNITO_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Quicksand",
        data: &QUICKSAND_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Quicksand",
        data: &QUICKSAND_500,
        index: 0,
        weights: (500, 500),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Quicksand",
        data: &QUICKSAND_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Fredoka",
        data: &FREDOKA_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin, Script::Hebrew],
    },
    Face {
        family: "Fredoka",
        data: &FREDOKA_500,
        index: 0,
        weights: (500, 500),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin, Script::Hebrew],
    },
    Face {
        family: "Fredoka",
        data: &FREDOKA_600,
        index: 0,
        weights: (600, 600),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin, Script::Hebrew],
    },
    Face {
        family: "Fredoka",
        data: &FREDOKA_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin, Script::Hebrew],
    },
    Face {
        family: "Baloo 2",
        data: &BALOO2_500,
        index: 0,
        weights: (500, 500),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Baloo 2",
        data: &BALOO2_800,
        index: 0,
        weights: (800, 800),
        italic: false,
        class: Class::Rounded,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Oswald",
        data: &OSWALD_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Condensed,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Oswald",
        data: &OSWALD_500,
        index: 0,
        weights: (500, 500),
        italic: false,
        class: Class::Condensed,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Oswald",
        data: &OSWALD_600,
        index: 0,
        weights: (600, 600),
        italic: false,
        class: Class::Condensed,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Oswald",
        data: &OSWALD_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Condensed,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Barlow Condensed",
        data: &BARLOWCONDENSED_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Condensed,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Barlow Condensed",
        data: &BARLOWCONDENSED_600,
        index: 0,
        weights: (600, 600),
        italic: false,
        class: Class::Condensed,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Anton",
        data: &ANTON_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Condensed,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Bebas Neue",
        data: &BEBASNEUE_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Condensed,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Source Serif 4",
        data: &SOURCESERIF4_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin, Script::Greek, Script::Cyrillic],
    },
    Face {
        family: "Source Serif 4",
        data: &SOURCESERIF4_400_ITALIC,
        index: 0,
        weights: (400, 400),
        italic: true,
        class: Class::Serif,
        scripts: &[Script::Latin, Script::Greek, Script::Cyrillic],
    },
    Face {
        family: "Source Serif 4",
        data: &SOURCESERIF4_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin, Script::Greek, Script::Cyrillic],
    },
    Face {
        family: "Playfair Display",
        data: &PLAYFAIRDISPLAY_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Playfair Display",
        data: &PLAYFAIRDISPLAY_400_ITALIC,
        index: 0,
        weights: (400, 400),
        italic: true,
        class: Class::Serif,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Playfair Display",
        data: &PLAYFAIRDISPLAY_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Cormorant Garamond",
        data: &CORMORANTGARAMOND_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Cormorant Garamond",
        data: &CORMORANTGARAMOND_500_ITALIC,
        index: 0,
        weights: (500, 500),
        italic: true,
        class: Class::Serif,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Cormorant Garamond",
        data: &CORMORANTGARAMOND_600,
        index: 0,
        weights: (600, 600),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Fraunces",
        data: &FRAUNCES_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Fraunces",
        data: &FRAUNCES_600,
        index: 0,
        weights: (600, 600),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Fraunces",
        data: &FRAUNCES_900,
        index: 0,
        weights: (900, 900),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin],
    },
    Face {
        family: "DM Serif Display",
        data: &DMSERIFDISPLAY_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin],
    },
    Face {
        family: "DM Serif Display",
        data: &DMSERIFDISPLAY_400_ITALIC,
        index: 0,
        weights: (400, 400),
        italic: true,
        class: Class::Serif,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Cinzel",
        data: &CINZEL_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Cinzel",
        data: &CINZEL_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Roboto Slab",
        data: &ROBOTOSLAB_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Slab,
        scripts: &[Script::Latin, Script::Greek, Script::Cyrillic],
    },
    Face {
        family: "Roboto Slab",
        data: &ROBOTOSLAB_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Slab,
        scripts: &[Script::Latin, Script::Greek, Script::Cyrillic],
    },
    Face {
        family: "Zilla Slab",
        data: &ZILLASLAB_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Slab,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Zilla Slab",
        data: &ZILLASLAB_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Slab,
        scripts: &[Script::Latin],
    },
    Face {
        family: "JetBrains Mono",
        data: &JETBRAINSMONO_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Mono,
        scripts: &[Script::Latin, Script::Greek, Script::Cyrillic],
    },
    Face {
        family: "JetBrains Mono",
        data: &JETBRAINSMONO_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Mono,
        scripts: &[Script::Latin, Script::Greek, Script::Cyrillic],
    },
    Face {
        family: "Abril Fatface",
        data: &ABRILFATFACE_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Limelight",
        data: &LIMELIGHT_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Poiret One",
        data: &POIRETONE_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Righteous",
        data: &RIGHTEOUS_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Shrikhand",
        data: &SHRIKHAND_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Orbitron",
        data: &ORBITRON_500,
        index: 0,
        weights: (500, 500),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Orbitron",
        data: &ORBITRON_900,
        index: 0,
        weights: (900, 900),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Monoton",
        data: &MONOTON_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Tilt Neon",
        data: &TILTNEON_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Bangers",
        data: &BANGERS_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Luckiest Guy",
        data: &LUCKIESTGUY_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Rye",
        data: &RYE_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Creepster",
        data: &CREEPSTER_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Pirata One",
        data: &PIRATAONE_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Display,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Pacifico",
        data: &PACIFICO_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Script,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Great Vibes",
        data: &GREATVIBES_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Script,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Dancing Script",
        data: &DANCINGSCRIPT_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Script,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Dancing Script",
        data: &DANCINGSCRIPT_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Script,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Caveat",
        data: &CAVEAT_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Hand,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Caveat",
        data: &CAVEAT_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Hand,
        scripts: &[Script::Latin, Script::Cyrillic],
    },
    Face {
        family: "Patrick Hand",
        data: &PATRICKHAND_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Hand,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Permanent Marker",
        data: &PERMANENTMARKER_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Hand,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Cabin Sketch",
        data: &CABINSKETCH_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Chalk,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Press Start 2P",
        data: &PRESSSTART2P_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Pixel,
        scripts: &[Script::Latin, Script::Greek, Script::Cyrillic],
    },
    Face {
        family: "Silkscreen",
        data: &SILKSCREEN_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Pixel,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Silkscreen",
        data: &SILKSCREEN_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Pixel,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Special Elite",
        data: &SPECIALELITE_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Typewriter,
        scripts: &[Script::Latin],
    },
    Face {
        family: "Noto Sans Arabic",
        data: &NOTOSANSARABIC_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Arabic],
    },
    Face {
        family: "Noto Sans Arabic",
        data: &NOTOSANSARABIC_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Arabic],
    },
    Face {
        family: "Noto Naskh Arabic",
        data: &NOTONASKHARABIC_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Arabic],
    },
    Face {
        family: "Noto Naskh Arabic",
        data: &NOTONASKHARABIC_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Serif,
        scripts: &[Script::Arabic],
    },
    Face {
        family: "Noto Sans Hebrew",
        data: &NOTOSANSHEBREW_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Hebrew],
    },
    Face {
        family: "Noto Sans Hebrew",
        data: &NOTOSANSHEBREW_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Hebrew],
    },
    Face {
        family: "Noto Sans Devanagari",
        data: &NOTOSANSDEVANAGARI_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Devanagari],
    },
    Face {
        family: "Noto Sans Devanagari",
        data: &NOTOSANSDEVANAGARI_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Devanagari],
    },
    Face {
        family: "Noto Sans Thai",
        data: &NOTOSANSTHAI_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Thai],
    },
    Face {
        family: "Noto Sans Thai",
        data: &NOTOSANSTHAI_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Thai],
    },
    Face {
        family: "Noto Sans Symbols",
        data: &NOTOSANSSYMBOLS_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Symbols,
        scripts: &[Script::Symbols],
    },
    Face {
        family: "Noto Sans Symbols2",
        data: &NOTOSANSSYMBOLS2_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Symbols,
        scripts: &[Script::Symbols],
    },
    Face {
        family: "Noto Sans Math",
        data: &NOTOSANSMATH_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Symbols,
        scripts: &[Script::Symbols],
    },
    Face {
        family: "Noto Sans CJK JP",
        data: &NOTOSANSCJK_400,
        index: 0,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Han, Script::Kana],
    },
    Face {
        family: "Noto Sans CJK KR",
        data: &NOTOSANSCJK_400,
        index: 1,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Han, Script::Hangul],
    },
    Face {
        family: "Noto Sans CJK SC",
        data: &NOTOSANSCJK_400,
        index: 2,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Han],
    },
    Face {
        family: "Noto Sans CJK TC",
        data: &NOTOSANSCJK_400,
        index: 3,
        weights: (400, 400),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Han, Script::Bopomofo],
    },
    Face {
        family: "Noto Sans CJK JP",
        data: &NOTOSANSCJK_700,
        index: 0,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Han, Script::Kana],
    },
    Face {
        family: "Noto Sans CJK KR",
        data: &NOTOSANSCJK_700,
        index: 1,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Han, Script::Hangul],
    },
    Face {
        family: "Noto Sans CJK SC",
        data: &NOTOSANSCJK_700,
        index: 2,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Han],
    },
    Face {
        family: "Noto Sans CJK TC",
        data: &NOTOSANSCJK_700,
        index: 3,
        weights: (700, 700),
        italic: false,
        class: Class::Sans,
        scripts: &[Script::Han, Script::Bopomofo],
    },
];

/// The licence of every embedded family.
pub static LICENCES: &[FontLicence] = &[
    FontLicence {
        family: "Inter",
        version: "4.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Inter.txt"),
    },
    FontLicence {
        family: "Archivo",
        version: "2.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Archivo.txt"),
    },
    FontLicence {
        family: "Space Grotesk",
        version: "2.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/SpaceGrotesk.txt"),
    },
    FontLicence {
        family: "Poppins",
        version: "4.004",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Poppins.txt"),
    },
    FontLicence {
        family: "Josefin Sans",
        version: "2.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/JosefinSans.txt"),
    },
    FontLicence {
        family: "Nunito",
        version: "3.602",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Nunito.txt"),
    },
    FontLicence {
        family: "Quicksand",
        version: "3.006",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Quicksand.txt"),
    },
    FontLicence {
        family: "Fredoka",
        version: "2.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Fredoka.txt"),
    },
    FontLicence {
        family: "Baloo 2",
        version: "1.700",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Baloo2.txt"),
    },
    FontLicence {
        family: "Oswald",
        version: "4.103",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Oswald.txt"),
    },
    FontLicence {
        family: "Barlow Condensed",
        version: "1.408",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/BarlowCondensed.txt"),
    },
    FontLicence {
        family: "Anton",
        version: "2.116",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Anton.txt"),
    },
    FontLicence {
        family: "Bebas Neue",
        version: "2.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/BebasNeue.txt"),
    },
    FontLicence {
        family: "Source Serif 4",
        version: "4.004",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/SourceSerif4.txt"),
    },
    FontLicence {
        family: "Playfair Display",
        version: "1.203",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/PlayfairDisplay.txt"),
    },
    FontLicence {
        family: "Cormorant Garamond",
        version: "4.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/CormorantGaramond.txt"),
    },
    FontLicence {
        family: "Fraunces",
        version: "1.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Fraunces.txt"),
    },
    FontLicence {
        family: "DM Serif Display",
        version: "5.200",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/DMSerifDisplay.txt"),
    },
    FontLicence {
        family: "Cinzel",
        version: "2.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Cinzel.txt"),
    },
    FontLicence {
        family: "Roboto Slab",
        version: "2.002",
        licence: "Apache-2.0",
        text: include_str!("../../fonts/licences/RobotoSlab.txt"),
    },
    FontLicence {
        family: "Zilla Slab",
        version: "1.1",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/ZillaSlab.txt"),
    },
    FontLicence {
        family: "JetBrains Mono",
        version: "2.211",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/JetBrainsMono.txt"),
    },
    FontLicence {
        family: "Abril Fatface",
        version: "1.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/AbrilFatface.txt"),
    },
    FontLicence {
        family: "Limelight",
        version: "1.002",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Limelight.txt"),
    },
    FontLicence {
        family: "Poiret One",
        version: "1.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/PoiretOne.txt"),
    },
    FontLicence {
        family: "Righteous",
        version: "1.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Righteous.txt"),
    },
    FontLicence {
        family: "Shrikhand",
        version: "1.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Shrikhand.txt"),
    },
    FontLicence {
        family: "Orbitron",
        version: "2.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Orbitron.txt"),
    },
    FontLicence {
        family: "Monoton",
        version: "1.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Monoton.txt"),
    },
    FontLicence {
        family: "Tilt Neon",
        version: "1.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/TiltNeon.txt"),
    },
    FontLicence {
        family: "Bangers",
        version: "2.100",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Bangers.txt"),
    },
    FontLicence {
        family: "Luckiest Guy",
        version: "1.001",
        licence: "Apache-2.0",
        text: include_str!("../../fonts/licences/LuckiestGuy.txt"),
    },
    FontLicence {
        family: "Rye",
        version: "1.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Rye.txt"),
    },
    FontLicence {
        family: "Creepster",
        version: "1.002",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Creepster.txt"),
    },
    FontLicence {
        family: "Pirata One",
        version: "1.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/PirataOne.txt"),
    },
    FontLicence {
        family: "Pacifico",
        version: "3.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Pacifico.txt"),
    },
    FontLicence {
        family: "Great Vibes",
        version: "1.103",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/GreatVibes.txt"),
    },
    FontLicence {
        family: "Dancing Script",
        version: "2.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/DancingScript.txt"),
    },
    FontLicence {
        family: "Caveat",
        version: "2.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Caveat.txt"),
    },
    FontLicence {
        family: "Patrick Hand",
        version: "1.003",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/PatrickHand.txt"),
    },
    FontLicence {
        family: "Permanent Marker",
        version: "1.001",
        licence: "Apache-2.0",
        text: include_str!("../../fonts/licences/PermanentMarker.txt"),
    },
    FontLicence {
        family: "Cabin Sketch",
        version: "1.100",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/CabinSketch.txt"),
    },
    FontLicence {
        family: "Press Start 2P",
        version: "3.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/PressStart2P.txt"),
    },
    FontLicence {
        family: "Silkscreen",
        version: "1.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/Silkscreen.txt"),
    },
    FontLicence {
        family: "Special Elite",
        version: "1.001",
        licence: "Apache-2.0",
        text: include_str!("../../fonts/licences/SpecialElite.txt"),
    },
    FontLicence {
        family: "Noto Sans Arabic",
        version: "2.005",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/NotoSansArabic.txt"),
    },
    FontLicence {
        family: "Noto Naskh Arabic",
        version: "2.004",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/NotoNaskhArabic.txt"),
    },
    FontLicence {
        family: "Noto Sans Hebrew",
        version: "3.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/NotoSansHebrew.txt"),
    },
    FontLicence {
        family: "Noto Sans Devanagari",
        version: "2.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/NotoSansDevanagari.txt"),
    },
    FontLicence {
        family: "Noto Sans Thai",
        version: "2.000",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/NotoSansThai.txt"),
    },
    FontLicence {
        family: "Noto Sans Symbols",
        version: "2.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/NotoSansSymbols.txt"),
    },
    FontLicence {
        family: "Noto Sans Symbols2",
        version: "2.003",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/NotoSansSymbols2.txt"),
    },
    FontLicence {
        family: "Noto Sans Math",
        version: "2.001",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/NotoSansMath.txt"),
    },
    FontLicence {
        family: "Noto Sans CJK",
        version: "2.004",
        licence: "OFL-1.1",
        text: include_str!("../../fonts/licences/NotoSansCJK.txt"),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_font() {
        for face in FACES {
            let tag = &face.data[..4];
            let collection = tag == b"ttcf";
            assert!(
                collection || tag == [0, 1, 0, 0] || tag == b"OTTO",
                "{}: {tag:?}",
                face.family
            );
            assert!(collection || face.index == 0, "{}", face.family);
            assert!(face.weights.0 <= face.weights.1, "{}", face.family);
        }
    }

    #[test]
    fn every_family_has_its_licence() {
        for face in FACES {
            let found = LICENCES.iter().find(|l| face.family.starts_with(l.family));
            assert!(found.is_some_and(|l| l.text.len() > 500), "{}", face.family);
        }
    }

    #[test]
    fn fonts_stay_within_their_share_of_the_binary() {
        let bytes: usize = files().map(<[u8]>::len).sum();
        assert!(bytes <= 16 << 20, "{bytes} bytes");
    }
}

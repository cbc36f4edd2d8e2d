// Compiles every file of `data/` into the program; a test compares this list with the folder.
#include "CEmbeddedData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char calibrationPopulation2022[] = {
#embed "../../data/calibration/population-2022.csv"
};
static const unsigned char classificationsLevels[] = {
#embed "../../data/classifications/levels.csv"
};
static const unsigned char classificationsNoAgeAllowance[] = {
#embed "../../data/classifications/no-age-allowance.csv"
};
static const unsigned char classificationsNoAgeIntroduction[] = {
#embed "../../data/classifications/no-age-introduction.csv"
};
static const unsigned char classificationsNoBackground[] = {
#embed "../../data/classifications/no-background.csv"
};
static const unsigned char classificationsNoCountryOfBirth[] = {
#embed "../../data/classifications/no-country-of-birth.csv"
};
static const unsigned char classificationsNoEducation[] = {
#embed "../../data/classifications/no-education.csv"
};
static const unsigned char classificationsNoIntroductionMeasures[] = {
#embed "../../data/classifications/no-introduction-measures.csv"
};
static const unsigned char classificationsNoMunicipalities2019[] = {
#embed "../../data/classifications/no-municipalities-2019.csv"
};
static const unsigned char classificationsNoMunicipalities2020[] = {
#embed "../../data/classifications/no-municipalities-2020.csv"
};
static const unsigned char classificationsNoSex[] = {
#embed "../../data/classifications/no-sex.csv"
};
static const unsigned char classificationsNoWorkIntensity[] = {
#embed "../../data/classifications/no-work-intensity.csv"
};
static const unsigned char classificationsNotApplicable[] = {
#embed "../../data/classifications/not-applicable.csv"
};
static const unsigned char correspondencesCountryToBackground[] = {
#embed "../../data/correspondences/country-to-background.csv"
};
static const unsigned char correspondencesMunicipality2019To2020[] = {
#embed "../../data/correspondences/municipality-2019-to-2020.csv"
};
static const unsigned char correspondencesYearOfAgeToAllowance[] = {
#embed "../../data/correspondences/year-of-age-to-allowance.csv"
};
static const unsigned char correspondencesYearOfAgeToIntroduction[] = {
#embed "../../data/correspondences/year-of-age-to-introduction.csv"
};
static const unsigned char publishedAllowanceBackground2022[] = {
#embed "../../data/published/allowance-background-2022.csv"
};
static const unsigned char publishedAllowanceEducation2022[] = {
#embed "../../data/published/allowance-education-2022.csv"
};
static const unsigned char publishedAllowanceIntensity2022[] = {
#embed "../../data/published/allowance-intensity-2022.csv"
};
static const unsigned char publishedAllowanceNew2022[] = {
#embed "../../data/published/allowance-new-2022.csv"
};
static const unsigned char publishedIntroductionAge2019[] = {
#embed "../../data/published/introduction-age-2019.csv"
};
static const unsigned char publishedIntroductionCountry2019[] = {
#embed "../../data/published/introduction-country-2019.csv"
};
static const unsigned char publishedIntroductionMeasures2019[] = {
#embed "../../data/published/introduction-measures-2019.csv"
};
static const unsigned char publishedIntroductionMunicipality2019[] = {
#embed "../../data/published/introduction-municipality-2019.csv"
};
static const unsigned char releasesAllowance2022[] = {
#embed "../../data/releases/aap-2022.prikk"
};
static const unsigned char releasesIntroduction2019[] = {
#embed "../../data/releases/introduction-2019.prikk"
};
static const unsigned char synthesisCountryWeights[] = {
#embed "../../data/synthesis/country-weights.csv"
};
static const unsigned char synthesisMunicipalityWeights[] = {
#embed "../../data/synthesis/municipality-weights.csv"
};

static const EmbeddedFile files[] = {
    {"calibration/population-2022.csv", calibrationPopulation2022, sizeof calibrationPopulation2022},
    {"classifications/levels.csv", classificationsLevels, sizeof classificationsLevels},
    {"classifications/no-age-allowance.csv", classificationsNoAgeAllowance, sizeof classificationsNoAgeAllowance},
    {"classifications/no-age-introduction.csv", classificationsNoAgeIntroduction, sizeof classificationsNoAgeIntroduction},
    {"classifications/no-background.csv", classificationsNoBackground, sizeof classificationsNoBackground},
    {"classifications/no-country-of-birth.csv", classificationsNoCountryOfBirth, sizeof classificationsNoCountryOfBirth},
    {"classifications/no-education.csv", classificationsNoEducation, sizeof classificationsNoEducation},
    {"classifications/no-introduction-measures.csv", classificationsNoIntroductionMeasures, sizeof classificationsNoIntroductionMeasures},
    {"classifications/no-municipalities-2019.csv", classificationsNoMunicipalities2019, sizeof classificationsNoMunicipalities2019},
    {"classifications/no-municipalities-2020.csv", classificationsNoMunicipalities2020, sizeof classificationsNoMunicipalities2020},
    {"classifications/no-sex.csv", classificationsNoSex, sizeof classificationsNoSex},
    {"classifications/no-work-intensity.csv", classificationsNoWorkIntensity, sizeof classificationsNoWorkIntensity},
    {"classifications/not-applicable.csv", classificationsNotApplicable, sizeof classificationsNotApplicable},
    {"correspondences/country-to-background.csv", correspondencesCountryToBackground, sizeof correspondencesCountryToBackground},
    {"correspondences/municipality-2019-to-2020.csv", correspondencesMunicipality2019To2020, sizeof correspondencesMunicipality2019To2020},
    {"correspondences/year-of-age-to-allowance.csv", correspondencesYearOfAgeToAllowance, sizeof correspondencesYearOfAgeToAllowance},
    {"correspondences/year-of-age-to-introduction.csv", correspondencesYearOfAgeToIntroduction, sizeof correspondencesYearOfAgeToIntroduction},
    {"published/allowance-background-2022.csv", publishedAllowanceBackground2022, sizeof publishedAllowanceBackground2022},
    {"published/allowance-education-2022.csv", publishedAllowanceEducation2022, sizeof publishedAllowanceEducation2022},
    {"published/allowance-intensity-2022.csv", publishedAllowanceIntensity2022, sizeof publishedAllowanceIntensity2022},
    {"published/allowance-new-2022.csv", publishedAllowanceNew2022, sizeof publishedAllowanceNew2022},
    {"published/introduction-age-2019.csv", publishedIntroductionAge2019, sizeof publishedIntroductionAge2019},
    {"published/introduction-country-2019.csv", publishedIntroductionCountry2019, sizeof publishedIntroductionCountry2019},
    {"published/introduction-measures-2019.csv", publishedIntroductionMeasures2019, sizeof publishedIntroductionMeasures2019},
    {"published/introduction-municipality-2019.csv", publishedIntroductionMunicipality2019, sizeof publishedIntroductionMunicipality2019},
    {"releases/aap-2022.prikk", releasesAllowance2022, sizeof releasesAllowance2022},
    {"releases/introduction-2019.prikk", releasesIntroduction2019, sizeof releasesIntroduction2019},
    {"synthesis/country-weights.csv", synthesisCountryWeights, sizeof synthesisCountryWeights},
    {"synthesis/municipality-weights.csv", synthesisMunicipalityWeights, sizeof synthesisMunicipalityWeights},
};

size_t embeddedFileCount(void) { return sizeof files / sizeof files[0]; }

EmbeddedFile embeddedFile(size_t index) { return files[index]; }

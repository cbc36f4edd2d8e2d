// Compiles every file of `data/` into the program; a test compares this list with the folder.
#include "CEmbeddedData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char calibrationPopulation2022[] = {
#embed "../../data/calibration/population-2022.csv"
};
static const unsigned char classificationsDkAgeIntegration[] = {
#embed "../../data/classifications/dk-age-integration.csv"
};
static const unsigned char classificationsDkAncestry[] = {
#embed "../../data/classifications/dk-ancestry.csv"
};
static const unsigned char classificationsDkCountry[] = {
#embed "../../data/classifications/dk-country.csv"
};
static const unsigned char classificationsDkEmployment[] = {
#embed "../../data/classifications/dk-employment.csv"
};
static const unsigned char classificationsDkLengthOfStay[] = {
#embed "../../data/classifications/dk-length-of-stay.csv"
};
static const unsigned char classificationsDkLevels[] = {
#embed "../../data/classifications/dk-levels.csv"
};
static const unsigned char classificationsDkMunicipalities[] = {
#embed "../../data/classifications/dk-municipalities.csv"
};
static const unsigned char classificationsDkPermitIntegration[] = {
#embed "../../data/classifications/dk-permit-integration.csv"
};
static const unsigned char classificationsDkPermit[] = {
#embed "../../data/classifications/dk-permit.csv"
};
static const unsigned char classificationsDkResidenceAfter[] = {
#embed "../../data/classifications/dk-residence-after.csv"
};
static const unsigned char classificationsDkSex[] = {
#embed "../../data/classifications/dk-sex.csv"
};
static const unsigned char classificationsLevels[] = {
#embed "../../data/classifications/levels.csv"
};
static const unsigned char classificationsNoAgeAllowance[] = {
#embed "../../data/classifications/no-age-allowance.csv"
};
static const unsigned char classificationsNoAgeDisability[] = {
#embed "../../data/classifications/no-age-disability.csv"
};
static const unsigned char classificationsNoAgeIntroduction[] = {
#embed "../../data/classifications/no-age-introduction.csv"
};
static const unsigned char classificationsNoAgeYoung[] = {
#embed "../../data/classifications/no-age-young.csv"
};
static const unsigned char classificationsNoBackground[] = {
#embed "../../data/classifications/no-background.csv"
};
static const unsigned char classificationsNoBackgroundDisability[] = {
#embed "../../data/classifications/no-background-disability.csv"
};
static const unsigned char classificationsNoCountryOfBirth[] = {
#embed "../../data/classifications/no-country-of-birth.csv"
};
static const unsigned char classificationsNoDisabilityDegree[] = {
#embed "../../data/classifications/no-disability-degree.csv"
};
static const unsigned char classificationsNoDisabilityResidence[] = {
#embed "../../data/classifications/no-disability-residence.csv"
};
static const unsigned char classificationsNoEconomicRegions[] = {
#embed "../../data/classifications/no-economic-regions.csv"
};
static const unsigned char classificationsNoEducation[] = {
#embed "../../data/classifications/no-education.csv"
};
static const unsigned char classificationsNoFormerParticipantStatus[] = {
#embed "../../data/classifications/no-former-participant-status.csv"
};
static const unsigned char classificationsNoIntroductionEndingReasons[] = {
#embed "../../data/classifications/no-introduction-ending-reasons.csv"
};
static const unsigned char classificationsNoIntroductionLeaveReasons[] = {
#embed "../../data/classifications/no-introduction-leave-reasons.csv"
};
static const unsigned char classificationsNoIntroductionMeasures[] = {
#embed "../../data/classifications/no-introduction-measures.csv"
};
static const unsigned char classificationsNoIntroductionOutcomes[] = {
#embed "../../data/classifications/no-introduction-outcomes.csv"
};
static const unsigned char classificationsNoIntroductionResidence[] = {
#embed "../../data/classifications/no-introduction-residence.csv"
};
static const unsigned char classificationsNoIntroductionSources[] = {
#embed "../../data/classifications/no-introduction-sources.csv"
};
static const unsigned char classificationsNoLabourMarketStatus[] = {
#embed "../../data/classifications/no-labour-market-status.csv"
};
static const unsigned char classificationsNoMunicipalities2019[] = {
#embed "../../data/classifications/no-municipalities-2019.csv"
};
static const unsigned char classificationsNoMunicipalities2020[] = {
#embed "../../data/classifications/no-municipalities-2020.csv"
};
static const unsigned char classificationsNoOsloDistricts[] = {
#embed "../../data/classifications/no-oslo-districts.csv"
};
static const unsigned char classificationsNoPovertyRisk[] = {
#embed "../../data/classifications/no-poverty-risk.csv"
};
static const unsigned char classificationsNoSex[] = {
#embed "../../data/classifications/no-sex.csv"
};
static const unsigned char classificationsNoWorkIntensity[] = {
#embed "../../data/classifications/no-work-intensity.csv"
};
static const unsigned char classificationsNoYearsAfterProgramme[] = {
#embed "../../data/classifications/no-years-after-programme.csv"
};
static const unsigned char classificationsNotApplicable[] = {
#embed "../../data/classifications/not-applicable.csv"
};
static const unsigned char correspondencesCountryToBackground[] = {
#embed "../../data/correspondences/country-to-background.csv"
};
static const unsigned char correspondencesDkYearOfAgeToIntegration[] = {
#embed "../../data/correspondences/dk-year-of-age-to-integration.csv"
};
static const unsigned char correspondencesHomeToEconomicRegion[] = {
#embed "../../data/correspondences/home-to-economic-region.csv"
};
static const unsigned char correspondencesMunicipality2019To2020[] = {
#embed "../../data/correspondences/municipality-2019-to-2020.csv"
};
static const unsigned char correspondencesYearOfAgeToAllowance[] = {
#embed "../../data/correspondences/year-of-age-to-allowance.csv"
};
static const unsigned char correspondencesYearOfAgeToDisability[] = {
#embed "../../data/correspondences/year-of-age-to-disability.csv"
};
static const unsigned char correspondencesYearOfAgeToIntroduction[] = {
#embed "../../data/correspondences/year-of-age-to-introduction.csv"
};
static const unsigned char correspondencesYearOfAgeToYoung[] = {
#embed "../../data/correspondences/year-of-age-to-young.csv"
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
static const unsigned char releasesAap20182022[] = {
#embed "../../data/releases/aap-2018-2022.prikk"
};
static const unsigned char releasesDisability20202022[] = {
#embed "../../data/releases/disability-2020-2022.prikk"
};
static const unsigned char releasesIntegration20082024[] = {
#embed "../../data/releases/integration-2008-2024.prikk"
};
static const unsigned char releasesIntegrationCohort20072022[] = {
#embed "../../data/releases/integration-cohort-2007-2022.prikk"
};
static const unsigned char releasesIntegrationQuarter2022K12024K1[] = {
#embed "../../data/releases/integration-quarter-2022K1-2024K1.prikk"
};
static const unsigned char releasesIntroduction20052022[] = {
#embed "../../data/releases/introduction-2005-2022.prikk"
};
static const unsigned char releasesIntroductionFormer20052021[] = {
#embed "../../data/releases/introduction-former-2005-2021.prikk"
};
static const unsigned char synthesisCountryWeights[] = {
#embed "../../data/synthesis/country-weights.csv"
};
static const unsigned char synthesisDkMunicipalityWeights[] = {
#embed "../../data/synthesis/dk-municipality-weights.csv"
};
static const unsigned char synthesisDkOriginWeights[] = {
#embed "../../data/synthesis/dk-origin-weights.csv"
};
static const unsigned char synthesisDkPermitsByYear[] = {
#embed "../../data/synthesis/dk-permits-by-year.csv"
};
static const unsigned char synthesisIntroductionOrigins[] = {
#embed "../../data/synthesis/introduction-origins.csv"
};
static const unsigned char synthesisIntroductionPersons[] = {
#embed "../../data/synthesis/introduction-persons.csv"
};
static const unsigned char synthesisMunicipalityWeights[] = {
#embed "../../data/synthesis/municipality-weights.csv"
};

static const EmbeddedFile files[] = {
    {"calibration/population-2022.csv", calibrationPopulation2022, sizeof calibrationPopulation2022},
    {"classifications/dk-age-integration.csv", classificationsDkAgeIntegration, sizeof classificationsDkAgeIntegration},
    {"classifications/dk-ancestry.csv", classificationsDkAncestry, sizeof classificationsDkAncestry},
    {"classifications/dk-country.csv", classificationsDkCountry, sizeof classificationsDkCountry},
    {"classifications/dk-employment.csv", classificationsDkEmployment, sizeof classificationsDkEmployment},
    {"classifications/dk-length-of-stay.csv", classificationsDkLengthOfStay, sizeof classificationsDkLengthOfStay},
    {"classifications/dk-levels.csv", classificationsDkLevels, sizeof classificationsDkLevels},
    {"classifications/dk-municipalities.csv", classificationsDkMunicipalities, sizeof classificationsDkMunicipalities},
    {"classifications/dk-permit-integration.csv", classificationsDkPermitIntegration, sizeof classificationsDkPermitIntegration},
    {"classifications/dk-permit.csv", classificationsDkPermit, sizeof classificationsDkPermit},
    {"classifications/dk-residence-after.csv", classificationsDkResidenceAfter, sizeof classificationsDkResidenceAfter},
    {"classifications/dk-sex.csv", classificationsDkSex, sizeof classificationsDkSex},
    {"classifications/levels.csv", classificationsLevels, sizeof classificationsLevels},
    {"classifications/no-age-allowance.csv", classificationsNoAgeAllowance, sizeof classificationsNoAgeAllowance},
    {"classifications/no-age-disability.csv", classificationsNoAgeDisability, sizeof classificationsNoAgeDisability},
    {"classifications/no-age-introduction.csv", classificationsNoAgeIntroduction, sizeof classificationsNoAgeIntroduction},
    {"classifications/no-age-young.csv", classificationsNoAgeYoung, sizeof classificationsNoAgeYoung},
    {"classifications/no-background.csv", classificationsNoBackground, sizeof classificationsNoBackground},
    {"classifications/no-background-disability.csv", classificationsNoBackgroundDisability, sizeof classificationsNoBackgroundDisability},
    {"classifications/no-country-of-birth.csv", classificationsNoCountryOfBirth, sizeof classificationsNoCountryOfBirth},
    {"classifications/no-disability-degree.csv", classificationsNoDisabilityDegree, sizeof classificationsNoDisabilityDegree},
    {"classifications/no-disability-residence.csv", classificationsNoDisabilityResidence, sizeof classificationsNoDisabilityResidence},
    {"classifications/no-economic-regions.csv", classificationsNoEconomicRegions, sizeof classificationsNoEconomicRegions},
    {"classifications/no-education.csv", classificationsNoEducation, sizeof classificationsNoEducation},
    {"classifications/no-former-participant-status.csv", classificationsNoFormerParticipantStatus, sizeof classificationsNoFormerParticipantStatus},
    {"classifications/no-introduction-ending-reasons.csv", classificationsNoIntroductionEndingReasons, sizeof classificationsNoIntroductionEndingReasons},
    {"classifications/no-introduction-leave-reasons.csv", classificationsNoIntroductionLeaveReasons, sizeof classificationsNoIntroductionLeaveReasons},
    {"classifications/no-introduction-measures.csv", classificationsNoIntroductionMeasures, sizeof classificationsNoIntroductionMeasures},
    {"classifications/no-introduction-outcomes.csv", classificationsNoIntroductionOutcomes, sizeof classificationsNoIntroductionOutcomes},
    {"classifications/no-introduction-residence.csv", classificationsNoIntroductionResidence, sizeof classificationsNoIntroductionResidence},
    {"classifications/no-introduction-sources.csv", classificationsNoIntroductionSources, sizeof classificationsNoIntroductionSources},
    {"classifications/no-labour-market-status.csv", classificationsNoLabourMarketStatus, sizeof classificationsNoLabourMarketStatus},
    {"classifications/no-municipalities-2019.csv", classificationsNoMunicipalities2019, sizeof classificationsNoMunicipalities2019},
    {"classifications/no-municipalities-2020.csv", classificationsNoMunicipalities2020, sizeof classificationsNoMunicipalities2020},
    {"classifications/no-oslo-districts.csv", classificationsNoOsloDistricts, sizeof classificationsNoOsloDistricts},
    {"classifications/no-poverty-risk.csv", classificationsNoPovertyRisk, sizeof classificationsNoPovertyRisk},
    {"classifications/no-sex.csv", classificationsNoSex, sizeof classificationsNoSex},
    {"classifications/no-work-intensity.csv", classificationsNoWorkIntensity, sizeof classificationsNoWorkIntensity},
    {"classifications/no-years-after-programme.csv", classificationsNoYearsAfterProgramme, sizeof classificationsNoYearsAfterProgramme},
    {"classifications/not-applicable.csv", classificationsNotApplicable, sizeof classificationsNotApplicable},
    {"correspondences/country-to-background.csv", correspondencesCountryToBackground, sizeof correspondencesCountryToBackground},
    {"correspondences/dk-year-of-age-to-integration.csv", correspondencesDkYearOfAgeToIntegration, sizeof correspondencesDkYearOfAgeToIntegration},
    {"correspondences/home-to-economic-region.csv", correspondencesHomeToEconomicRegion, sizeof correspondencesHomeToEconomicRegion},
    {"correspondences/municipality-2019-to-2020.csv", correspondencesMunicipality2019To2020, sizeof correspondencesMunicipality2019To2020},
    {"correspondences/year-of-age-to-allowance.csv", correspondencesYearOfAgeToAllowance, sizeof correspondencesYearOfAgeToAllowance},
    {"correspondences/year-of-age-to-disability.csv", correspondencesYearOfAgeToDisability, sizeof correspondencesYearOfAgeToDisability},
    {"correspondences/year-of-age-to-introduction.csv", correspondencesYearOfAgeToIntroduction, sizeof correspondencesYearOfAgeToIntroduction},
    {"correspondences/year-of-age-to-young.csv", correspondencesYearOfAgeToYoung, sizeof correspondencesYearOfAgeToYoung},
    {"published/allowance-background-2022.csv", publishedAllowanceBackground2022, sizeof publishedAllowanceBackground2022},
    {"published/allowance-education-2022.csv", publishedAllowanceEducation2022, sizeof publishedAllowanceEducation2022},
    {"published/allowance-intensity-2022.csv", publishedAllowanceIntensity2022, sizeof publishedAllowanceIntensity2022},
    {"published/allowance-new-2022.csv", publishedAllowanceNew2022, sizeof publishedAllowanceNew2022},
    {"published/introduction-age-2019.csv", publishedIntroductionAge2019, sizeof publishedIntroductionAge2019},
    {"published/introduction-country-2019.csv", publishedIntroductionCountry2019, sizeof publishedIntroductionCountry2019},
    {"published/introduction-measures-2019.csv", publishedIntroductionMeasures2019, sizeof publishedIntroductionMeasures2019},
    {"published/introduction-municipality-2019.csv", publishedIntroductionMunicipality2019, sizeof publishedIntroductionMunicipality2019},
    {"releases/aap-2018-2022.prikk", releasesAap20182022, sizeof releasesAap20182022},
    {"releases/disability-2020-2022.prikk", releasesDisability20202022, sizeof releasesDisability20202022},
    {"releases/integration-2008-2024.prikk", releasesIntegration20082024, sizeof releasesIntegration20082024},
    {"releases/integration-cohort-2007-2022.prikk", releasesIntegrationCohort20072022, sizeof releasesIntegrationCohort20072022},
    {"releases/integration-quarter-2022K1-2024K1.prikk", releasesIntegrationQuarter2022K12024K1, sizeof releasesIntegrationQuarter2022K12024K1},
    {"releases/introduction-2005-2022.prikk", releasesIntroduction20052022, sizeof releasesIntroduction20052022},
    {"releases/introduction-former-2005-2021.prikk", releasesIntroductionFormer20052021, sizeof releasesIntroductionFormer20052021},
    {"synthesis/country-weights.csv", synthesisCountryWeights, sizeof synthesisCountryWeights},
    {"synthesis/dk-municipality-weights.csv", synthesisDkMunicipalityWeights, sizeof synthesisDkMunicipalityWeights},
    {"synthesis/dk-origin-weights.csv", synthesisDkOriginWeights, sizeof synthesisDkOriginWeights},
    {"synthesis/dk-permits-by-year.csv", synthesisDkPermitsByYear, sizeof synthesisDkPermitsByYear},
    {"synthesis/introduction-origins.csv", synthesisIntroductionOrigins, sizeof synthesisIntroductionOrigins},
    {"synthesis/introduction-persons.csv", synthesisIntroductionPersons, sizeof synthesisIntroductionPersons},
    {"synthesis/municipality-weights.csv", synthesisMunicipalityWeights, sizeof synthesisMunicipalityWeights},
};

size_t embeddedFileCount(void) { return sizeof files / sizeof files[0]; }

EmbeddedFile embeddedFile(size_t index) { return files[index]; }
